/** A longer text is looked at faster by a regular expression. */
const maxLooked = 40;

const special = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Whether JSON writes a text as it is: without quotes, backslashes, control characters and surrogates. */
export function isPlainText(text: string): boolean {
  const { length } = text;
  if (length > maxLooked) return !special.test(text);
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) {
      return false;
    }
  }
  return true;
}

/** A text as JSON writes it. */
export function quoteText(text: string): string {
  return isPlainText(text) ? `"${text}"` : JSON.stringify(text);
}
