import { dropped, foldOf } from '../engine/characters.ts';

/** A value as a scan sees it: full-width forms as ASCII, without invisible characters. */
export function foldValue(value: string): string {
  let folded = '';
  for (let index = 0; index < value.length; index += 1) {
    const unit = foldOf(value.charCodeAt(index));
    if (unit !== dropped) folded += String.fromCharCode(unit);
  }
  return folded;
}
