import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sm3 } from '@yushu/gm/sm3';
import { decodeBase64url } from '../text/decode-base64url.ts';
import type { GuessDomain } from './guess-domain.ts';

/** Hashes that people take for a mask. */
export type KnownHash = 'md5' | 'sha1' | 'sha256' | 'sha512' | 'sm3';

/** What a dictionary attack came to. */
export interface AttackResult {
  readonly domain: GuessDomain['name'];
  /** The hash that fits, if one does. */
  readonly hash?: KnownHash;
  /** Different outputs that were attacked. */
  readonly targets: number;
  /** Of these, those whose value was found. */
  readonly recovered: number;
  /** Values that were hashed, of each hash together. */
  readonly trials: number;
  /** Values in the domain. */
  readonly domainSize: number;
}

const hashes: Readonly<
  Record<KnownHash, { length: number; of: (bytes: Uint8Array) => Uint8Array }>
> = {
  md5: { length: 16, of: md5 },
  sha1: { length: 20, of: sha1 },
  sha256: { length: 32, of: sha256 },
  sm3: { length: 32, of: sm3 },
  sha512: { length: 64, of: sha512 },
};

/** The bytes of a digest in hexadecimal or base64, as hexadecimal; undefined for other text. */
function readDigest(text: string): string | undefined {
  if (/^(?:[0-9a-f]{2}){16,64}$/i.test(text)) return text.toLowerCase();
  if (!/^[A-Za-z0-9+/_-]{22,88}={0,2}$/.test(text)) return undefined;
  const plain = text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const bytes = decodeBase64url(plain);
  return bytes === undefined ? undefined : bytesToHex(bytes);
}

/** Tries the values of a domain until the budget is spent. */
export function attackHashes(
  outputs: Iterable<string>,
  domain: GuessDomain,
  maxTrials: number,
): AttackResult | undefined {
  const targets = new Set<string>();
  for (const output of outputs) {
    const digest = readDigest(output);
    if (digest === undefined) return undefined;
    targets.add(digest);
  }
  const [first] = targets;
  if (first === undefined) return undefined;
  const fitting = (Object.keys(hashes) as KnownHash[]).filter(
    (name) => hashes[name].length * 2 === first.length,
  );
  if (fitting.length === 0) return undefined;
  const encoder = new TextEncoder();
  const all = targets.size;
  let trials = 0;
  let recovered = 0;
  let hash: KnownHash | undefined;
  for (const value of domain.values()) {
    if (trials + fitting.length > maxTrials || recovered === all) break;
    const bytes = encoder.encode(value);
    // Once one fits, the others need not be tried.
    for (const name of hash === undefined ? fitting : [hash]) {
      trials += 1;
      if (!targets.delete(bytesToHex(hashes[name].of(bytes)))) continue;
      recovered += 1;
      hash = name;
    }
  }
  const result = { domain: domain.name, targets: all, recovered, trials, domainSize: domain.size };
  return hash === undefined ? result : { ...result, hash };
}
