const encoder = new TextEncoder();

/** Separates this use of a key from every other. */
const domain = encoder.encode('yushu/fpe/1');

/**
 * Parts as one sequence of bytes from which each can be read back: domain, number of parts, then for each part a tag (0 absent, 1
 * there), its length in bytes (4, big-endian) and its UTF-8. It is the tweak, and public.
 */
export function encodeTweak(parts: readonly (string | undefined)[]): Uint8Array {
  const encoded = parts.map((part) => (part === undefined ? undefined : encoder.encode(part)));
  const size = encoded.reduce((sum, part) => sum + 5 + (part?.length ?? 0), domain.length + 1);
  const tweak = new Uint8Array(size);
  const view = new DataView(tweak.buffer);
  tweak.set(domain);
  tweak[domain.length] = parts.length;
  let offset = domain.length + 1;
  for (const part of encoded) {
    tweak[offset] = part === undefined ? 0 : 1;
    view.setUint32(offset + 1, part?.length ?? 0);
    if (part !== undefined) tweak.set(part, offset + 5);
    offset += 5 + (part?.length ?? 0);
  }
  return tweak;
}
