import { readFileSync } from 'node:fs';

/** Bytes of hex. Nothing here is Node's but the reading: the suites run in browsers too. */
export const hex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
export const ascii = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8'));

type Row = Readonly<Record<string, string>>;

/** The sections of `gm.json`. Values that are not texts are turned into them. */
export function readGmVectors(section: string): readonly Row[] {
  const sections = readJson('gm.json') as Record<
    string,
    { readonly vectors: readonly Readonly<Record<string, unknown>>[] }
  >;
  return sections[section]!.vectors.map((vector) =>
    Object.fromEntries(Object.entries(vector).map(([name, value]) => [name, String(value)])),
  );
}

export interface OpensslVector {
  readonly cipher: 'SM4-ECB' | 'SM4-CBC' | 'SM4-CTR' | 'SM4-XTS';
  readonly standard?: 'GB/T 17964-2021' | 'IEEE 1619';
  readonly key: string;
  readonly iv: string;
  readonly plaintext: string;
  readonly ciphertext: string;
}

export const readOpensslVectors = (): readonly OpensslVector[] =>
  (readJson('openssl-sm4.json') as { readonly vectors: readonly OpensslVector[] }).vectors;

/** Every case with the sizes of its group beside it, in bits. */
export interface WycheproofGroup {
  readonly ivSize?: number;
  readonly tagSize: number;
  readonly tests: readonly (Row & { readonly result: 'valid' | 'invalid' })[];
}

export const readWycheproof = (name: string): readonly WycheproofGroup[] =>
  (readJson(`wycheproof-${name}.json`) as { readonly testGroups: readonly WycheproofGroup[] })
    .testGroups;
