/**
 * Cuts a text into pieces of at most `longest` units that share `overlap` of them, where a line, sentence or word ends if one does in
 * the last quarter; never within a pair of surrogates.
 */
export function cutText(
  text: string,
  longest: number,
  overlap: number,
): (readonly [start: number, end: number])[] {
  const size = Math.max(16, longest);
  const shared = Math.min(overlap, Math.floor(size / 4));
  const pieces: (readonly [number, number])[] = [];
  let start = 0;
  while (text.length - start > size) {
    const floor = start + Math.floor((size * 3) / 4);
    const tail = text.slice(floor, start + size);
    let end = start + size;
    for (const mark of ['\n', '。', '. ', ' ', '，']) {
      const at = tail.lastIndexOf(mark);
      if (at >= 0) {
        end = floor + at + mark.length;
        break;
      }
    }
    if (isInPair(text, end)) end -= 1;
    pieces.push([start, end]);
    start = end - shared;
    if (isInPair(text, start)) start -= 1;
  }
  if (start < text.length) pieces.push([start, text.length]);
  return pieces;
}

function isInPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const unit = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && unit >= 0xdc00 && unit < 0xe000;
}
