/**
 * What a pseudonym is computed over.
 *
 * @module
 */

const encoder = new TextEncoder();

/** Separates this use of a key from every other. */
const domain = encoder.encode('yushu/pseudonym/1');

/** Whether a text holds half of a surrogate pair, which UTF-8 cannot write. */
const loneSurrogate = /\p{Surrogate}/u;

/** A part of the input: absent, UTF-8, or UTF-16 where UTF-8 would make two texts one. */
function encodePart(text: string | undefined): { tag: number; bytes: Uint8Array } {
  if (text === undefined) return { tag: 0, bytes: new Uint8Array() };
  if (!loneSurrogate.test(text)) return { tag: 1, bytes: encoder.encode(text) };
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index));
  }
  return { tag: 2, bytes };
}

/**
 * The parts as one sequence of bytes from which each can be read back: domain, number of parts, then for each part a tag, its
 * length (4 bytes, big-endian) and its bytes. So no two different lists of parts give the same input.
 */
export function encodePseudonymInput(parts: readonly (string | undefined)[]): Uint8Array {
  const encoded = parts.map(encodePart);
  const size = encoded.reduce((sum, part) => sum + 5 + part.bytes.length, domain.length + 1);
  const input = new Uint8Array(size);
  const view = new DataView(input.buffer);
  input.set(domain);
  input[domain.length] = parts.length;
  let offset = domain.length + 1;
  for (const { tag, bytes } of encoded) {
    input[offset] = tag;
    view.setUint32(offset + 1, bytes.length);
    input.set(bytes, offset + 5);
    offset += 5 + bytes.length;
  }
  return input;
}
