import { inputError } from '../errors.ts';
import { isBytes } from './is-bytes.ts';

/** What functions take as a message: bytes, or text that is read as UTF-8. */
export type MessageInput = string | Uint8Array;

const encoder = /* @__PURE__ */ new TextEncoder();
const emptyBytes = /* @__PURE__ */ new Uint8Array(0);

/** The bytes of a message. Text with half a surrogate pair is refused: two such texts would be the same bytes. */
export function readMessage(value: MessageInput, name: string): Uint8Array {
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) {
      throw inputError(
        `${name} is not well-formed text: it holds half a surrogate pair`,
        'Give bytes, or text that UTF-8 can carry.',
      );
    }
    return encoder.encode(value);
  }
  return readBytes(value, name);
}

/** The same for what may be left out. */
export function readOptionalMessage(value: MessageInput | undefined, name: string): Uint8Array {
  return value === undefined ? emptyBytes : readMessage(value, name);
}

/**
 * Refuses what is not bytes. A Buffer is given on as a plain view of the same memory: its own `slice` copies nothing, so that a
 * copy that is made to be changed would change what the caller holds.
 */
export function readBytes(value: Uint8Array, name: string): Uint8Array {
  if (isBytes(value)) {
    return value.constructor === Uint8Array
      ? value
      : new Uint8Array(value.buffer, value.byteOffset, value.length);
  }
  throw inputError(
    `${name} must be a Uint8Array`,
    typeof value === 'string'
      ? "Turn hex or base64 into bytes first, for instance with Buffer.from(text, 'hex')."
      : 'Give a Uint8Array or a Buffer.',
    { name },
  );
}

/** Refuses bytes of another length. */
export function readExactBytes(value: Uint8Array, length: number, name: string): Uint8Array {
  const bytes = readBytes(value, name);
  if (bytes.length === length) return bytes;
  throw inputError(`${name} must be ${length} bytes`, `It has ${bytes.length} bytes.`, {
    name,
    expected: length,
    actual: bytes.length,
  });
}

/** A whole number within bounds, both included. */
export function readCount(value: number, least: number, most: number, name: string): number {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw inputError(
    `${name} must be a whole number from ${least} to ${most}`,
    'Correct the value; it is not cut to fit.',
    { name, least, most },
  );
}

/** One of a closed set of words. */
export function readChoice<Choice extends string>(
  value: Choice,
  choices: readonly Choice[],
  name: string,
): Choice {
  if (choices.includes(value)) return value;
  throw inputError(`${name} is not known`, `Give one of: ${choices.join(', ')}.`, {
    name,
    choices,
  });
}
