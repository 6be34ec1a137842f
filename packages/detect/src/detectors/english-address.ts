/**
 * Street addresses as English writes them: house number, street, then unit, city, state and postcode where they stand.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isDigit, isUpper } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';

const detector: Detector = {
  id: 'english-address',
  category: 'location.address',
  topics: ['location.address'],
  neutral: 'all',
};

const street = reason('format', 0.3, 'house number and street');
const unit = reason('format', 1.2, 'unit of a building');
const city = reason('format', 0.5, 'capitalised words behind the street');
const numbered = reason('format', 1.6, 'number that is called so');
const district = reason('format', 2.6, 'district and city');
const named = reason('format', 1.4, 'name of the house');
const postcode = reason('format', 2.6, 'postcode');
const told = reason('cue', 1.4, 'words for a post-office box');
const state = reason('lexicon', 0.8, 'state');

/** Where an address may end at the latest, in code units. */
const longest = 170;

const word = "(?:[A-Z][a-z'’]{1,20}|\\d{1,3}(?:st|nd|rd|th)|[NS][EW]|[A-Z]\\.?|St\\.|Jr\\.)";
const suffixes =
  'Street|Avenue|Road|Boulevard|Drive|Lane|Court|Way|Terrace|Place|Square|Circle|Parkway|Highway|Close|Crescent|Gardens|Grove|Mews|Walk|Plaza|Trail|Row|Alley|St|Ave|Rd|Blvd|Dr|Ln|Ct|Pl|Sq|Cir|Pkwy|Hwy|Ter|Cres';
/** Words that end streets as well as other things: only with a unit, state or postcode behind them. */
const softSuffixes =
  'Broadway|Gate|Green|Hill|Rise|View|Wharf|Quay|Path|Loop|Run|Ridge|Point|Bend|Crossing|Cove|Heights|Park|Field|Fields|Common|Yard|Villas|Cottages|Mount|Vale|Esplanade|Parade|Glen|Hollow|Landing|Manor|Meadow|Meadows|Pass|Pike|Station|Spur|Turnpike|Embankment|Mall|Commons|Village|Bridge';
const units =
  '(?:Apartment|Apt|Unit|Suite|Ste|Flat|Floor|Fl|Room|Rm|Building|Bldg)\\.? ?#?[A-Z\\d-]{1,6}|#\\d{1,5}[A-Z]?';
const states =
  'AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|NSW|VIC|QLD|TAS|ACT|ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NU';

/** Between the parts: a comma, or the end of a line with whatever indents the next. */
const divider = '(?:,? |,?\\r?\\n[ \\t>]{0,8})';
/** Quarters of a city, behind its streets. */
const quarters = '(?: (?:NW|NE|SW|SE|N|S|E|W|North|South|East|West)(?![A-Za-z])\\.?)?';

/** House number and street; every part is bounded, so that matching is linear. */
const streetShape = new RegExp(
  `^\\d{1,5}[A-Za-z]? (?:${word} ){1,4}(?:${suffixes})(?![A-Za-z])\\.?${quarters}`,
);
/** Streets of Singapore have numbers: Tampines Street 81 #05-12. */
const singaporeShape = new RegExp(
  `^\\d{1,4}[A-Z]? (?:${word} ){1,4}(?:Street|St|Avenue|Ave|Drive|Dr|Road|Rd|Lorong|Crescent|Close|Central|Ring Road|Lane|Link|Place|Walk|Way)(?: \\d{1,3})?,? #(?:[A-Z]\\d|\\d{2})-\\d{1,5}[A-Z]?(?![\\dA-Za-z])(?:,? (?:Singapore|S|SG) ?\\(?\\d{6}\\)?(?!\\d))?`,
);
const blockBefore = /(?:Blk|Block|BLK)\.? $/;
/** Flat, floor, block and house before the number in the street, as Hong Kong writes: Flat C, 8/F, Tower 3, Grand Court, 21 Nathan Road. */
const hongKongBefore =
  /(?:(?:Flat|Room|Rm|Unit|Shop|Suite)\.? [A-Z\d]{1,4}(?:, ?| ))?(?:\d{1,2}\/?F(?:loor)?, ?)?(?:(?:Block|Tower|Blk|Phase) [A-Z\d]{1,2}, ?)?(?:[A-Z][a-z]{1,12} ){1,4}[A-Z][a-z]{2,10}, ?$|(?:Flat|Room|Rm|Unit|Shop|Suite)\.? [A-Z\d]{1,4}(?:, ?| )\d{1,2}\/?F(?:loor)?, ?$/;
/** Quarter and side of the harbour behind the street. */
const hongKongBehind =
  /^(?:,? (?:[A-Z][a-z]{1,12} ){0,2}[A-Z][a-z]{1,12})?,? (?:Kowloon|Hong Kong|HK|New Territories|N\.T\.)(?:, (?:Hong Kong|HK))?(?:,? SAR)?(?![A-Za-z])/;
const softShape = new RegExp(`^\\d{1,5}[A-Za-z]? (?:${word} ){1,3}(?:${softSuffixes})(?![A-Za-z])`);
const unitShape = new RegExp(`^(?:${divider}(?:${units}))(?![A-Za-z\\d])`);
const cityName =
  "(?:[A-Z][A-Za-z.'’-]{1,20} (?:(?:upon|on|under|in|by|le|la|de|of|the) ){0,2}){0,2}[A-Z][A-Za-z.'’-]{2,20}";
const cityShape = new RegExp(`^(?:,|,?\\r?\\n[ \\t>]{0,8})\\s{0,4}${cityName}(?![A-Za-z])`);
const stateShape = new RegExp(`^,? (?:${states})(?![A-Za-z\\d])`);
/** A city without a comma before it: only with its state and postcode behind it. */
const cityOfState = new RegExp(`^ (?=${cityName},? (?:${states}) \\d{5})${cityName}`);
const postcodeShape =
  /^,? ?(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?![A-Za-z\d])/;
/** District, city and province of China behind a street: Gulou District, Nanjing, Jiangsu. */
const chineseShape =
  /^(?:, (?:[A-Z][a-z'’]{1,20} ){1,3}(?:District|New Area|Subdistrict|Development Zone))(?:, (?!(?:Tel|Phone|Mobile|Mob|Cell|Fax|Attn|Email|Contact|Postcode|Zip)(?![a-z]))[A-Z][a-z'’]{1,20}(?: [A-Z][a-z'’]{1,20})?){0,3}(?:,? \d{6})?(?:, (?:P\.? ?R\.? ?)?China)?(?![A-Za-z\d])/;
/** The same where the district is left away, behind a number that is called so. */
const chineseCity =
  /^(?:, (?!(?:Tel|Phone|Mobile|Mob|Cell|Fax|Attn|Email|Contact|Postcode|Zip)(?![a-z]))[A-Z][a-z'’]{1,20}){1,3}(?:,? \d{6})?(?:, (?:P\.? ?R\.? ?)?China)?(?![A-Za-z\d])/;
/** Room, floor and building before a house number, as Chinese addresses are written in English. */
const chineseBefore =
  /(?:(?:(?:Room|Rm\.?|Unit|Suite|Flat|Apt\.?) ?[A-Z\d-]{1,6}|\d{1,3}(?:\/F|F)|(?:Building|Bldg\.?|Block|Tower|Unit) ?[A-Z\d]{1,4}), ?){0,3}No\. ?$/;
/** The name of a house before its number in the street: Rose Cottage, 165 Fern Hill Road. */
const houseBefore =
  /(?:(?:The|Old|New) )?(?:[A-Z][a-z'’]{2,14} ){1,2}(?:Cottages?|House|Lodge|Farm|Farmhouse|Manor|Hall|Barn|Mill|Villa|Grange|Rectory|Vicarage|Bungalow|Mansions?|Apartments|Court|Chambers), $/;
/** Four digits are a postcode behind a state of Australia only. */
const australianPostcode = /^ \d{4}(?!\d)/;
const countryShape =
  /^(?:, ?|,?\r?\n[ \t>]{0,8})(?:U\.?S\.?A\.?|United States(?: of America)?|UK|United Kingdom|England|Scotland|Wales|Ireland|Canada|Australia|New Zealand)(?![A-Za-z])/;
/** A flat that stands before the house number: `Flat 14, 204 Oak Street`. */
const flatBefore = /(?:Flat|Apartment|Apt|Unit|Suite|Room)\.? [A-Z\d]{1,5}, $/;

const box: Detector = { ...detector, id: 'post-box' };
const boxNumber = reason('format', 0.2, 'number of a post-office box');

/** Looks for the number of a post-office box at `start`, and the place behind it; the words for it stand at `cueStart`. */
export function findPostBox(scan: Scan, cueStart: number, start: number): void {
  const text = scan.view.slice(start, start + longest);
  const number = /^\d{1,6}(?!\d)/.exec(text);
  if (number === null) return;
  const reasons: Evidence[] = [boxNumber];
  let length = number[0].length;
  for (const [shape, evidence] of [
    [cityShape, city],
    [stateShape, state],
    [postcodeShape, postcode],
  ] as const) {
    const more = shape.exec(text.slice(length));
    if (more === null) continue;
    length += more[0].length;
    reasons.push(evidence);
  }
  // Words behind a box are its city only where a state or postcode follows.
  if (reasons.at(-1) === city) {
    length = number[0].length;
    reasons.pop();
  }
  scan.report(box, cueStart, start + length, [...reasons, told]);
}

/** Whether a word with a capital stands behind a comma or space at `index`. */
function isGoing(text: string, index: number): boolean {
  const at = text.charCodeAt(index) === 0x2c ? index + 1 : index;
  return text.charCodeAt(at) === 0x20 && isUpper(text.charCodeAt(at + 1));
}

/** Looks for a block or house of Singapore with its storey and unit. */
function reportSingapore(scan: Scan, start: number, text: string): boolean {
  if (!text.includes('#')) return false;
  const matched = singaporeShape.exec(text);
  if (matched === null) return false;
  const block = blockBefore.exec(scan.view.slice(Math.max(0, start - 7), start));
  const from = start - (block?.[0].length ?? 0);
  scan.report(detector, from, start + matched[0].length, [street, unit, postcode]);
  return true;
}

/** Looks for an address whose house number stands at `[start, end)`. */
export function findEnglishAddress(scan: Scan, start: number, end: number): void {
  const { view } = scan;
  if (end - start > 5) return;
  let next = end;
  // 221B Baker Street.
  if (isUpper(view.at(next)) && view.at(next + 1) === 0x20) next += 1;
  if (view.at(next) !== 0x20) return;
  const first = view.at(next + 1);
  if (!isUpper(first) && !(isDigit(first) && view.at(start - 1) !== 0x20)) {
    // 12 5th Avenue.
    if (!isDigit(first)) return;
  }
  const text = view.slice(start, start + longest);
  if (reportSingapore(scan, start, text)) return;
  const hard = streetShape.exec(text);
  const matched = hard ?? softShape.exec(text);
  if (matched === null) return;
  const reasons: Evidence[] = [street];
  let length = matched[0].length;
  const take = (shape: RegExp, evidence: Evidence): boolean => {
    const more = shape.exec(text.slice(length));
    if (more === null) return false;
    length += more[0].length;
    reasons.push(evidence);
    return true;
  };
  take(unitShape, unit);
  // The unit may stand in its own clause, the city with or without a state.
  const before = length;
  const chinese = chineseBefore.exec(view.slice(Math.max(0, start - 60), start));
  // A comma or space goes on to the quarter.
  const hongKong = isGoing(text, length) && take(hongKongBehind, district);
  const isChinese =
    hongKong || take(chineseShape, district) || (chinese !== null && take(chineseCity, district));
  const hasCity = !isChinese && (take(cityShape, city) || take(cityOfState, city));
  const hasState =
    take(stateShape, state) || (hasCity && take(/^,? (?:SA|NT)(?= \d{4}(?!\d))/, state));
  const hasPostcode =
    take(postcodeShape, postcode) ||
    (/(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT)$/.test(text.slice(0, length)) &&
      take(australianPostcode, postcode));
  // Words behind a street are its city only where a state or postcode follows.
  if (hasCity && !hasState && !hasPostcode) {
    length = before;
    reasons.pop();
  }
  if (hasPostcode || hasState) {
    const country = countryShape.exec(text.slice(length));
    if (country !== null) length += country[0].length;
  }
  if (hard === null && reasons.length < 2 && chinese === null) return;
  let from = start;
  const flat = flatBefore.exec(view.slice(Math.max(0, start - 20), start));
  const house = hongKong ? hongKongBefore.exec(view.slice(Math.max(0, start - 90), start)) : null;
  if (chinese !== null) {
    from -= chinese[0].length;
    reasons.push(numbered);
  } else if (house !== null) {
    from -= house[0].length;
    reasons.push(named);
  } else if (flat !== null) {
    from -= flat[0].length;
    reasons.push(unit);
  } else if (view.at(start - 1) === 0x2f) {
    // 12/224 Walnut Street.
    const slash = /(?<![\d/.-])\d{1,4}[A-Z]?\/$/.exec(view.slice(Math.max(0, start - 8), start));
    if (slash !== null) from -= slash[0].length;
  } else {
    const name = houseBefore.exec(view.slice(Math.max(0, start - 48), start));
    if (name !== null) {
      from -= name[0].length;
      reasons.push(named);
    }
  }
  // A full stop ends the sentence unless it shortens the suffix.
  if (
    text[length - 1] === '.' &&
    !/(?:St|Ave|Rd|Blvd|Dr|Ln|Ct|Pl|Sq)\.$/.test(text.slice(0, length))
  )
    length -= 1;
  scan.report(detector, from, start + length, reasons);
}
