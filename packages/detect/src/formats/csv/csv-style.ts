import type { FieldStyle } from '../field-style.ts';

function quoteText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** In quotes; a doubled quote stands for one (RFC 4180 section 2, rule 7). */
export const quotedCell: FieldStyle = {
  contentStart: (_raw, rawStart) => rawStart + 1,
  contentEnd: (_raw, rawEnd) => rawEnd - 1,
  unitEnd: (raw, position) => (raw.charCodeAt(position) === 34 ? position + 2 : position + 1),
  unitText: (raw, position) => raw[position]!,
  encode: quoteText,
};

/**
 * Without quotes, or with quotes in the wrong place: every character stands for itself.
 *
 * @param only - whether it is the only cell of its row: empty, it is written `""`, for the row would be a blank line.
 */
export function createPlainCell(delimiter: string, only: boolean): FieldStyle {
  return {
    contentStart: (_raw, rawStart) => rawStart,
    contentEnd: (_raw, rawEnd) => rawEnd,
    unitEnd: (_raw, position) => position + 1,
    unitText: (raw, position) => raw[position]!,
    encode: (text, old) =>
      text === old && !(only && text === '')
        ? text
        : text.includes(delimiter) || /["\r\n\uFEFF]/.test(text) || (only && text === '')
          ? quoteText(text)
          : text,
  };
}
