import type { FieldStyle } from '../field-style.ts';

const backslash = 92;
const lowerU = 117;

/** A JSON string, RFC 8259 section 7. */
export const jsonString: FieldStyle = {
  contentStart: (_raw, rawStart) => rawStart + 1,
  contentEnd: (_raw, rawEnd) => rawEnd - 1,
  unitEnd(raw, position) {
    if (raw.charCodeAt(position) !== backslash) return position + 1;
    return raw.charCodeAt(position + 1) === lowerU ? position + 6 : position + 2;
  },
  unitText: (raw, position, end) => JSON.parse(`"${raw.slice(position, end)}"`) as string,
  encode: encodeString,
};

/** A number, `true`, `false` or `null`: stays one where the new text is a literal of the same kind, else becomes a string. */
export const jsonLiteral: FieldStyle = {
  contentStart: (_raw, rawStart) => rawStart,
  contentEnd: (_raw, rawEnd) => rawEnd,
  unitEnd: (_raw, position) => position + 1,
  unitText: (raw, position) => raw[position]!,
  encode: (text, old) => (isSameKind(text, old) ? text : encodeString(text, old)),
};

function isSameKind(text: string, old: string): boolean {
  if (old === 'null') return text === 'null';
  if (old === 'true' || old === 'false') return text === 'true' || text === 'false';
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}

function encodeString(text: string, old: string): string {
  const encoded = JSON.stringify(text);
  // Where the old string wrote everything beyond ASCII as an escape, so does the new one.
  const asciiOnly = /\\u(?!00[0-7])/.test(old) && !/[^\0-\x7F]/.test(old);
  return asciiOnly
    ? encoded.replace(
        /[^\0-\x7F]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    : encoded;
}
