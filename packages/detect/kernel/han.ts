/**
 * Whether an extractor must look at a Han character: the rules of `src/engine/han-table.ts`, which makes the tables.
 */
import { DIVISIONS, HAN_WORDS, LEASTS, isDigit, isLetter, unitAt } from './memory';

const FIRST: u32 = 0x3400;
const COUNT: u32 = 0x6c00;

const IS_HAN: u32 = 1 << 24;
const SURNAME: u32 = 1 << 25;
const COMPOUND: u32 = 1 << 26;
const DIVISION: u32 = 1 << 27;
const PROVINCE: u32 = 1 << 28;
const ROAD: u32 = 1 << 29;
const SPOKEN: u32 = 1 << 30;

// @ts-ignore: decorator of AssemblyScript
@inline function wordOf(unit: u32): u32 {
  return load<u32>(HAN_WORDS + ((<usize>(unit - FIRST)) << 2));
}

export function hanMatters(index: i32, unit: u32): bool {
  if (unit - FIRST >= COUNT) return true;
  const word = wordOf(unit);
  const next = unitAt(index + 1);
  if (word & DIVISION) {
    const hash = (((unit << 16) | next) * 0x9e3779b1) >>> 16;
    if ((load<u8>(DIVISIONS + (hash >>> 3)) >>> (hash & 7)) & 1) return true;
  }
  if (word & (PROVINCE | ROAD | SPOKEN)) {
    if (word & PROVINCE && isLetter(next)) return true;
    if (word & ROAD && (isDigit(next) || (next == 0x20 && isDigit(unitAt(index + 2))))) return true;
    if (word & SPOKEN && (next == 0x662f || next == 0x4e3a)) return true;
  }
  if (!(word & SURNAME)) return false;
  if (next - FIRST >= COUNT) return next > 0x7f;
  const second = wordOf(next);
  if (!(second & IS_HAN)) return false;
  if (word & COMPOUND) return true;
  const before = unitAt(index - 1);
  if (before == 0x3a || before == 0x20) return true;
  const surname = <i32>(word & 255) - 128;
  if (surname + <i32>((second >>> 16) & 255) - 128 >= load<i32>(LEASTS)) return true;
  const after = unitAt(index + 2);
  if (after - FIRST >= COUNT) return after > 0x7f;
  const third = wordOf(after);
  if (!(third & IS_HAN)) return false;
  return (
    surname + <i32>((second >>> 8) & 255) + <i32>((third >>> 16) & 255) - 256 >=
    load<i32>(LEASTS + 4)
  );
}
