/** Where a tag ends, quotes considered; the end of the text if it does not. */
export function endOfTag(markup: string, start: number): number {
  let quote = '';
  for (let at = start; at < markup.length; at += 1) {
    const character = markup.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return markup.length;
}
