import type { RequestFacts } from '../../guard/ports/request-facts.ts';
import type { KeyedHash } from '../sketches/keyed-hash.ts';

/** More parameters of a query do not tell pages apart. */
const maxParameters = 16;

/** Hashes path and query: what tells one page of a list from another. */
export function hashPage(hash: KeyedHash, purpose: number, { path, query }: RequestFacts): void {
  hash.hash(path, purpose);
  for (let at = 0; at < query.length && at < maxParameters; at += 1) {
    const [name, value] = query[at]!;
    hash.hash(name, purpose, hash.high, hash.low);
    hash.hash(value, purpose, hash.high, hash.low);
  }
}
