import { fromBase64, toBase64 } from '../bytes/base64.ts';
import { keyError } from '../errors.ts';

/** What stands in the first line of the documents that are read and written here (RFC 7468, RFC 5915). */
export type PemLabel = 'PRIVATE KEY' | 'EC PRIVATE KEY' | 'PUBLIC KEY';

const blockPattern =
  /-----BEGIN ([A-Z0-9 ]{1,64})-----\r?\n((?:[A-Za-z0-9+/=]{1,128}[ \t]*\r?\n)+)-----END \1-----/g;

/** More than this holds no SM2 key, however it is wrapped. */
const mostPemCharacters = 16_384;

/** The one block whose label is among the wanted ones. Others, such as EC PARAMETERS, may stand beside it. */
export function readPem(
  text: string,
  wanted: readonly PemLabel[],
): { readonly label: PemLabel; readonly der: Uint8Array } {
  if (typeof text !== 'string' || text.length > mostPemCharacters) {
    throw keyError('This is not a PEM document', 'Give the text of one key, with its BEGIN line.');
  }
  const found: { label: PemLabel; der: Uint8Array }[] = [];
  for (const [, label, body] of text.matchAll(blockPattern)) {
    const known = wanted.find((name) => name === label);
    const der = known && fromBase64(body!.replaceAll(/\s/g, ''));
    if (known && der) found.push({ label: known, der });
  }
  if (found.length === 1) return found[0]!;
  throw keyError(
    found.length === 0
      ? `The PEM document holds no ${wanted.join(' or ')}`
      : 'The PEM document holds more than one key',
    text.includes('ENCRYPTED')
      ? 'Decrypt it first, for instance with openssl pkey.'
      : 'Give the text of one key, with its BEGIN and END lines.',
  );
}

export function writePem(label: PemLabel, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g)!;
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
