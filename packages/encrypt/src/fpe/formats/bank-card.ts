import { digitLayout } from './digits.ts';
import type { ReadLayout } from './layout.ts';
import { separate } from './separated.ts';

const card = /^[1-9](?:[ -]?[0-9]){11,18}$/;

/** Digits that must be enciphered so that a million values are possible. */
const minFree = 6;

/** The check digit that follows a payload: ISO/IEC 7812-1 annex B (Luhn). */
export function luhnDigit(payload: string): string {
  let sum = 0;
  for (let index = 0; index < payload.length; index += 1) {
    const digit = payload.charCodeAt(payload.length - 1 - index) - 48;
    const weighed = index % 2 === 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return String((10 - (sum % 10)) % 10);
}

/**
 * Card numbers of 12 to 19 digits with a valid check digit, which stays valid. `keep` digits at the start stay, the others are
 * enciphered.
 */
export function readBankCard(keep: number): ReadLayout {
  return (value) => {
    if (!card.test(value)) return undefined;
    const { text, refill } = separate(value);
    const payload = text.slice(0, -1);
    if (luhnDigit(payload) !== text.at(-1)) return undefined;
    const kept = payload.slice(0, Math.min(keep, payload.length - minFree));
    return digitLayout(kept, payload.slice(kept.length), (digits) => {
      const enciphered = kept + digits;
      return refill(enciphered + luhnDigit(enciphered));
    });
  };
}
