/**
 * A question about this runtime, asked once and only when needed: others than Node answer to `node:crypto` without having SM2, SM3 or
 * SM4, and OpenSSL can be built without them. A question that throws is answered with no.
 */
export function askOnce(question: () => boolean): () => boolean {
  let answer: boolean | undefined;
  return () => {
    answer ??= succeeds(question);
    return answer;
  };
}

function succeeds(question: () => boolean): boolean {
  try {
    return question();
  } catch {
    return false;
  }
}

/** A Buffer as a plain Uint8Array over the same memory: callers compare, print and extend them differently. */
export const plainBytes = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
