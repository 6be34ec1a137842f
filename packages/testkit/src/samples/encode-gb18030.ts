/**
 * Text as GB18030 bytes, for characters of one and two bytes (GB 18030-2022, section 5): the inverse of the platform's decoder.
 *
 * @throws {RangeError} where a character needs four bytes.
 */
export function encodeGb18030(text: string): Uint8Array {
  const table = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(...pair);
    else throw new RangeError('A character of the sample needs four bytes in GB18030');
  }
  return Uint8Array.from(bytes);
}
