/**
 * What looks sensitive and is not: the numbers that systems are full of.
 *
 * @module
 */
import { residentCheck } from './sample-numbers.ts';
import type { SampleRandom } from './sample-random.ts';

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** The day that all samples speak of: 2026-11-20T00:00:00+08:00, in milliseconds. */
export const sampleDay = Date.UTC(2026, 10, 19, 16);

/** A time of that day and the days before it, as text in China's time zone. */
export function writeTime(milliseconds: number): string {
  return new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A time as RFC 3339 with China's offset. */
export function writeTimestamp(milliseconds: number): string {
  return `${new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 23)}+08:00`;
}

/** An order number: date, time and a serial, 20 digits. */
export function makeOrderNumber(random: SampleRandom): string {
  return `2026${pad(random.between(1, 11), 2)}${pad(random.between(1, 28), 2)}${pad(random.below(24), 2)}${pad(random.below(60), 2)}${pad(random.below(60), 2)}${random.digits(6)}`;
}

/** A parcel number of 13 to 15 letters and digits. */
export function makeParcelNumber(random: SampleRandom): string {
  return `${random.pick(['SF', 'YT', 'JD', 'ZTO'])}${random.digits(random.between(11, 13))}`;
}

/** 18 digits with a division code and a date, and the wrong check character: a serial number. */
export function makeSerialNumber(random: SampleRandom): string {
  const body = `330106${random.between(1960, 2000)}${pad(random.between(1, 12), 2)}${pad(random.between(1, 28), 2)}${random.digits(3)}`;
  const right = residentCheck(body);
  return body + random.pick([...'0123456789'].filter((digit) => digit !== right));
}

/** 11 digits that begin like no mobile number. */
export function makeTicketNumber(random: SampleRandom): string {
  return `${random.pick(['10', '11', '12'])}${random.digits(9)}`;
}

const hex = '0123456789abcdef';

/** A digest as Git writes it. */
export const makeSha = (random: SampleRandom) => random.text(40, hex);

/** A trace id of W3C Trace Context. */
export const makeTraceId = (random: SampleRandom) => random.text(32, hex);

/** A UUID of version 4. */
export function makeUuid(random: SampleRandom): string {
  const part = (length: number) => random.text(length, hex);
  return `${part(8)}-${part(4)}-4${part(3)}-${random.pick(['8', '9', 'a', 'b'])}${part(3)}-${part(12)}`;
}

/** A price with two decimals. */
export const makePrice = (random: SampleRandom) => `${random.between(1, 9999)}.${random.digits(2)}`;

/** A version number; now and then of four parts, as an address has. */
export function makeVersion(random: SampleRandom): string {
  const part = (high: number) => random.between(0, high);
  return random.chance(0.3)
    ? `${part(9)}.${part(20)}.${part(9)}.${part(250)}`
    : `${part(9)}.${part(20)}.${part(30)}`;
}
