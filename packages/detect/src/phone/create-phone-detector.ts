import { DataSecurityError, type Evidence } from '@yushu/core';
import type { CustomDetector, CustomMatch } from '../custom-detector.ts';
import { findPhoneCandidates } from './find-phone-candidates.ts';

/** Options of {@link createPhoneDetector}. */
export interface PhoneDetectorOptions {
  /** Countries whose national forms are looked for too, as ISO 3166-1 alpha-2 codes. Without them, only `+` and a country code. */
  readonly countries?: readonly string[];
  /** Only mobile numbers and those that may be mobile. Default false. */
  readonly isMobileOnly?: boolean;
}

const reason = (weight: number, detail: string, kind: Evidence['kind'] = 'lexicon'): Evidence =>
  Object.freeze({ kind, weight, detail });
const international = reason(2.6, 'number of the numbering plan, with country code');
const national = reason(0.4, 'number of the numbering plan');
const written = reason(1.2, 'written in groups', 'format');
const mobile = reason(0.4, 'mobile number of the numbering plan');

/**
 * Makes a detector that checks telephone numbers of all countries by the numbering plans of `libphonenumber-js`, which are loaded
 * when this is called: some 140 kB that the scanner itself does without.
 *
 * @throws {DataSecurityError} `ERR_DETECT_OPTIONS` where a country has no numbering plan.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { createPhoneDetector } from '@yushu/detect/phone';
 *
 * const detectors = [await createPhoneDetector({ countries: ['TR', 'GB'] })];
 * const text = 'ara: 0532 123 45 67';
 * const [finding] = createScanner({ detectors }).scan(text);
 * console.log(finding?.category, text.slice(finding?.span.start, finding?.span.end)); // contact.phone 0532 123 45 67
 * ```
 */
export async function createPhoneDetector(
  options: PhoneDetectorOptions = {},
): Promise<CustomDetector> {
  const { countries = [], isMobileOnly = false } = options;
  const plans = await import('libphonenumber-js/max');
  const known = countries.map((country) => {
    const code = country.toUpperCase();
    if (plans.isSupportedCountry(code)) return code;
    throw new DataSecurityError(
      'ERR_DETECT_OPTIONS',
      'There is no numbering plan of this country',
      {
        hint: 'Give ISO 3166-1 alpha-2 codes such as DE or BR.',
        details: { country: country.slice(0, 2) },
      },
    );
  });

  const weigh = (text: string, isPlus: boolean): readonly Evidence[] | undefined => {
    for (const country of isPlus ? [undefined] : known) {
      const number = plans.parsePhoneNumberFromString(text, country);
      if (number === undefined || !number.isValid()) continue;
      const type = number.getType();
      const isMobile = type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
      if (isMobileOnly && !isMobile) continue;
      const reasons = [isPlus ? international : national];
      if (isMobile) reasons.push(mobile);
      // Digits in one row are many other things too.
      if (/\d[ ()./-]+\d/.test(text)) reasons.push(written);
      return reasons;
    }
    return undefined;
  };

  function* find(text: string): Generator<CustomMatch> {
    let until = 0;
    for (const { start, ends, isPlus } of findPhoneCandidates(text, known.length > 0)) {
      if (start < until) continue;
      for (const end of ends) {
        const evidence = weigh(text.slice(start, end), isPlus);
        if (evidence === undefined) continue;
        until = end;
        yield { start, end, evidence };
        break;
      }
    }
  }

  return { id: 'phone-plan', category: 'contact.phone', find };
}
