import type { FieldStyle } from '../field-style.ts';

const hexValue = (unit: number): number => {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
};

/** The byte of the `%XX` at `position`, or -1. */
function byteAt(raw: string, position: number, end: number): number {
  if (position + 3 > end || raw.charCodeAt(position) !== 0x25) return -1;
  const high = hexValue(raw.charCodeAt(position + 1));
  const low = hexValue(raw.charCodeAt(position + 2));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** How many bytes of UTF-8 a first byte begins; 0 where none may begin with it. */
const lengthOf = (byte: number): number => {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
};

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The character whose percent-encoded bytes begin at `position`, with the position behind them. */
function characterAt(
  raw: string,
  position: number,
  end: number,
): { readonly text: string; readonly next: number } | undefined {
  const first = byteAt(raw, position, end);
  const length = first < 0 ? 0 : lengthOf(first);
  if (length === 0) return undefined;
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) {
    const byte = byteAt(raw, position + 3 * index, end);
    if (byte < 0) return undefined;
    bytes[index] = byte;
  }
  try {
    return { text: decoder.decode(bytes), next: position + 3 * length };
  } catch {
    return undefined;
  }
}

/** Percent-encoding of UTF-8 (RFC 3986 section 2.1). What is no valid UTF-8 stands for itself. */
export const percentStyle: FieldStyle = {
  contentStart: (_raw, rawStart) => rawStart,
  contentEnd: (_raw, rawEnd) => rawEnd,
  unitEnd: (raw, position, end) =>
    raw.charCodeAt(position) === 0x25
      ? (characterAt(raw, position, end)?.next ?? position + 1)
      : position + 1,
  unitText: (raw, position, end) => characterAt(raw, position, end)?.text ?? raw[position]!,
  encode: encodeURIComponent,
};
