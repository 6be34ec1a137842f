/**
 * The forms in which people write the same number.
 *
 * @module
 */
import { type Marked, mark } from './annotated-text.ts';
import type { SamplePerson } from './sample-person.ts';
import type { SampleRandom } from './sample-random.ts';

/** Digits of full width, U+FF10 to U+FF19. */
function widen(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** A mobile number as it is typed into forms: mostly plain. */
export function writeMobile(random: SampleRandom, mobile: string): Marked {
  const [a, b, c] = [mobile.slice(0, 3), mobile.slice(3, 7), mobile.slice(7)];
  const forms: readonly (readonly [number, string])[] = [
    [60, mobile],
    [9, `${a}-${b}-${c}`],
    [9, `${a} ${b} ${c}`],
    [6, `+86 ${mobile}`],
    [4, `+86${mobile}`],
    [3, `+86-${a}-${b}-${c}`],
    [3, `86-${mobile}`],
    [2, `0086${mobile}`],
    [2, `(+86)${mobile}`],
    [1, `${a}.${b}.${c}`],
    [1, widen(mobile)],
  ];
  return mark('contact.phone', pickWeighted(random, forms));
}

/** A landline with its area code. */
export function writeLandline(random: SampleRandom, person: SamplePerson): Marked {
  const { areaCode } = person.region;
  const number = `${random.between(2, 8)}${random.digits(areaCode.length === 3 ? 7 : 6)}`;
  const long =
    areaCode.length === 3 || random.chance(0.7)
      ? number + random.digits(areaCode.length === 3 ? 0 : 1)
      : number;
  return mark('contact.phone', random.chance(0.7) ? `${areaCode}-${long}` : `(${areaCode})${long}`);
}

/** A number of another country, from the ranges that are set aside for drama and examples. */
export function writeForeignPhone(random: SampleRandom): Marked {
  const form = random.pick([
    // North American Numbering Plan: 555-0100 to 555-0199.
    () => `+1 ${random.pick(['212', '415', '617', '312'])}-555-01${random.digits(2)}`,
    () => `+1 (${random.pick(['212', '415', '617', '312'])}) 555-01${random.digits(2)}`,
    // Ofcom: London 020 7946 0000 to 0999, mobile 07700 900000 to 900999.
    () => `+44 20 7946 0${random.digits(3)}`,
    () => `+44 7700 900${random.digits(3)}`,
  ]);
  return mark('contact.phone', form());
}

/** A card or identity number, now and then in groups. */
export function writeCard(random: SampleRandom, card: Marked): Marked {
  const separator = random.pick(['', '', '', ' ', ' ', '-']);
  if (separator === '' || card.text.length === 15) return card;
  return mark(card.category, card.text.replace(/(\d{4})(?=\d)/g, `$1${separator}`));
}

/** An identity number: the check character in lower case now and then. */
export function writeResident(random: SampleRandom, resident: Marked): Marked {
  return random.chance(0.2) ? mark(resident.category, resident.text.toLowerCase()) : resident;
}

function pickWeighted(random: SampleRandom, forms: readonly (readonly [number, string])[]): string {
  let at = random.below(forms.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, form] of forms) {
    if (at < weight) return form;
    at -= weight;
  }
  return forms[0]![1];
}
