/**
 * What the name of a field alone says of its values, where there are none to look at: in descriptions of APIs, schemas of databases.
 * The words are those of the scanner's lexicon; those that only help beside a value are left out.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';
import { cueWords } from '../lexicon/cue-words.ts';

/** What a name says. */
export interface FieldNameClass {
  readonly category: CategoryId;
  /** Whether the word fills the whole name, as `phone` and `手机号` do; otherwise it stands at its end, as in `contactPhone`. */
  readonly isWhole: boolean;
}

/** Words of the lexicon that mean too much where no value stands beside them. */
const vague = new Set(
  'call,call me,dial,dial in,cell,mob,ph,reach me,text me,cep,handy,numara,contact,contact number cn,account,acct,address,host,server,peer,gateway,ping,ssh,listen,bind,dns,nameserver,subnet,netmask,ether,name,born,token,card,cc,pan,maestro,visa,jcb,discover,diners,key,amount,balance,wage,income,compensation,prescribed,company,employer,nationality,user id,lon,geo,line id,sim card,wallet,ip,credentials,credential,fax,sms,hotline,whatsapp,tel no,registration no,registration number,cid code,security code,credit code,business license,permit number,billing address line,ad id,device,id num,id no,id number,cert no,certificate no,cert number,x forwarded for,mac,plate,statement,account no,swift,bic,citizenship,signal id,telegram,skype,secret,medicine,screen name,card no,card num,private key,access key,account number,account name,subject,email address verified,mail,mailto,mailbox,coords,coordinates,lat,lng,gps'.split(
    ',',
  ),
);

/** Names that say enough by themselves, beyond the lexicon or where the lexicon leaves a word out; tokens divided by spaces. */
const further: readonly (readonly [string, CategoryId])[] = [
  ['email', 'contact.email'],
  ['mail address', 'contact.email'],
  ['phone', 'contact.phone'],
  ['msisdn', 'contact.phone'],
  ['phone numbers', 'contact.phone'],
  ['emails', 'contact.email'],
  ['first name', 'person.name'],
  ['last name', 'person.name'],
  ['middle name', 'person.name'],
  ['family name', 'person.name'],
  ['maiden name', 'person.name'],
  ['full name', 'person.name'],
  ['legal name', 'person.name'],
  ['ip address', 'network.ipv4'],
  ['latitude', 'location.geo'],
  ['longitude', 'location.geo'],
  ['home address', 'location.address'],
  ['street', 'location.address'],
  ['street address', 'location.address'],
  ['address line1', 'location.address'],
  ['address line2', 'location.address'],
  ['address line 1', 'location.address'],
  ['address line 2', 'location.address'],
  ['date of birth', 'person.birth_date'],
  ['dob', 'person.birth_date'],
  ['ssn last 4', 'id.ssn.us'],
  ['tax id', 'id.tax.us'],
  ['passport', 'id.passport'],
  ['passport number', 'id.passport'],
  ['national id', 'id.national.xx'],
  ['personal id number', 'id.national.xx'],
  ['account number', 'finance.account'],
  ['bank account', 'finance.account'],
  ['routing number', 'finance.account'],
  ['card number', 'finance.card'],
  ['card cvc', 'finance.card_cvv'],
  ['security code', 'finance.card_cvv'],
  ['salary', 'finance.amount'],
  ['secret', 'secret.generic'],
  ['private key', 'secret.private_key'],
  ['access key', 'secret.generic'],
  ['secret access key', 'secret.aws.secret_access_key'],
  ['client secret', 'secret.generic'],
  ['access token', 'secret.generic'],
  ['refresh token', 'secret.generic'],
  ['id token', 'secret.jwt'],
  ['auth token', 'secret.generic'],
  ['bearer token', 'secret.generic'],
  ['session token', 'secret.generic'],
  ['api token', 'secret.generic'],
  ['jwt', 'secret.jwt'],
  ['jwt token', 'secret.jwt'],
  ['session id', 'secret.generic'],
  ['sessionid', 'secret.generic'],
  ['otp', 'secret.password'],
  ['one time password', 'secret.password'],
  ['pin', 'secret.password'],
  ['pin code', 'secret.password'],
  ['password hash', 'secret.password'],
  ['hashed password', 'secret.password'],
  ['password salt', 'secret.password'],
  ['encrypted password', 'secret.password'],
  ['connection string', 'secret.connection_string'],
  ['blood type', 'health.diagnosis'],
  ['medical history', 'health.diagnosis'],
  ['allergies', 'health.diagnosis'],
  ['license number', 'id.driver.us'],
  ['fingerprint template', 'id.national.xx'],
  ['车牌', 'vehicle.plate.cn'],
];

/** A word before which a following secret is no secret: what pages, sorts, counts or translates. */
const harmlessBefore = new Set(
  'page,next,prev,previous,continuation,pagination,cursor,sync,delta,skip,sort,partition,row,column,foreign,primary,cache,idempotency,file,host,display,product,resource,project,public,reset,change,forgot,update,has,is,no,require,requires,needs,show,hide,with,enable,allow,disable,use,verify,validate,can,should,max,min'.split(
    ',',
  ),
);

let phrases: Map<string, CategoryId> | undefined;
let words: Map<string, CategoryId> | undefined;
let longestWord = 0;

function build(): void {
  phrases = new Map();
  words = new Map();
  for (const [topic, chinese, english] of cueWords) {
    if (topic.startsWith('not.')) continue;
    const category = topic as CategoryId;
    for (const word of chinese.split(' ')) {
      if (/[^\x00-\x7f]{2}/.test(word) && !words.has(word)) words.set(word, category);
    }
    for (const phrase of english.split(',')) {
      const plain = phrase.trim().replaceAll('-', ' ');
      if (plain.length > 2 && !vague.has(plain) && !phrases.has(plain)) {
        phrases.set(plain, category);
      }
    }
  }
  for (const [phrase, category] of further) {
    if (/[a-z]/.test(phrase)) phrases.set(phrase, category);
    else words.set(phrase, category);
  }
  for (const word of words.keys()) longestWord = Math.max(longestWord, word.length);
}

/** `contactPhone2`, `contact_phone`, `Contact-Phone` → contact, phone. */
function tokensOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== '');
}

function classifyLatin(name: string): FieldNameClass | undefined {
  const tokens = tokensOf(name);
  if (tokens.length === 0 || tokens.length > 12) return undefined;
  // One that stands alone may be split by nothing: `firstname`, `accesstoken`.
  for (let start = 0; start < tokens.length; start += 1) {
    const phrase = tokens.slice(start).join(' ');
    const category = phrases!.get(phrase) ?? phrases!.get(phrase.replace(/ ?\d+$/, ''));
    if (category === undefined) continue;
    if (start > 0 && category.startsWith('secret.') && harmlessBefore.has(tokens[start - 1]!)) {
      return undefined;
    }
    if (start > 0 && /^(?:is|has|show|hide|use|no|can|allow|require|requires)$/.test(tokens[0]!)) {
      return undefined;
    }
    return { category, isWhole: start === 0 };
  }
  return undefined;
}

function classifyHan(name: string): FieldNameClass | undefined {
  const plain = name.replace(/[\s_（(].*$/, '').replace(/\d+$/, '');
  for (let length = Math.min(longestWord, plain.length); length >= 2; length -= 1) {
    const category = words!.get(plain.slice(-length));
    if (category !== undefined) return { category, isWhole: length === plain.length };
  }
  return undefined;
}

const cache = new Map<string, FieldNameClass | undefined>();
const cacheSize = 20_000;

/**
 * Says what a field holds by its name alone, in English or Chinese, in any of the usual spellings.
 *
 * @returns nothing where the name says nothing, or may say too much: `name`, `address` and `token` mean something only beside a
 * value or within what they belong to.
 *
 * @example
 * ```ts
 * import { classifyFieldName } from '@yushu/detect/fields';
 *
 * console.log(classifyFieldName('contactPhone')); // { category: 'contact.phone', isWhole: false }
 * console.log(classifyFieldName('身份证号')); // { category: 'id.resident.cn', isWhole: true }
 * console.log(classifyFieldName('nextPageToken')); // undefined
 * ```
 */
export function classifyFieldName(name: string): FieldNameClass | undefined {
  if (name.length === 0 || name.length > 80) return undefined;
  if (phrases === undefined) build();
  if (cache.has(name)) return cache.get(name);
  const found = /[^\x00-\x7f]/.test(name) ? classifyHan(name) : classifyLatin(name);
  if (cache.size >= cacheSize) cache.clear();
  cache.set(name, found);
  return found;
}
