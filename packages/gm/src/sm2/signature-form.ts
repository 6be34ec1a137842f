import { concatBytes } from '../bytes/concat-bytes.ts';
import { enterSequence } from '../der/der-reader.ts';
import { derTags, writeElement, writeUnsigned } from '../der/write-der.ts';

/** How a signature is written: `asn1`, SEQUENCE { r, s } in DER (GB/T 35276-2017 section 7.3), or `raw`, r ‖ s in 64 bytes. */
export type Sm2SignatureForm = 'asn1' | 'raw';

export const signatureForms: readonly Sm2SignatureForm[] = ['asn1', 'raw'];

export function writeSignature(r: Uint8Array, s: Uint8Array, form: Sm2SignatureForm): Uint8Array {
  if (form === 'raw') return concatBytes(r, s);
  return writeElement(derTags.sequence, writeUnsigned(r), writeUnsigned(s));
}

/** The two numbers as 32 bytes each, or undefined if the bytes are not of this form. */
export function readSignature(
  bytes: Uint8Array,
  form: Sm2SignatureForm,
): { readonly r: Uint8Array; readonly s: Uint8Array } | undefined {
  if (form === 'raw') {
    return bytes.length === 64 ? { r: bytes.subarray(0, 32), s: bytes.subarray(32) } : undefined;
  }
  const sequence = enterSequence(bytes);
  const r = sequence?.readUnsigned(32);
  const s = sequence?.readUnsigned(32);
  return r !== undefined && s !== undefined && sequence?.isAtEnd ? { r, s } : undefined;
}
