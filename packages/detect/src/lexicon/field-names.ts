/**
 * What the name of a column or key says about its values.
 *
 * @module
 */
import { cueAt } from '../engine/cues.ts';
import type { FieldEvidence } from '../engine/scan.ts';
import { TextView } from '../engine/view.ts';
import { pairIs, pairOf, roleEndings } from './chinese-names.ts';
import { classifyKey } from './secret-keys.ts';

const view = new TextView();
const cache = new Map<string, FieldEvidence>();
const cacheSize = 2000;
/** Names longer than this are no names. */
const maxLength = 80;

/**
 * Topic of a name that says of people and things alike what they are called: `name`, 客户. Detectors of names take it as a hint; by
 * itself it makes nothing a name.
 */
export const openName = 'name';

/** Short column names that mean one thing as a whole name, but nothing within a text. */
const wholeNames: Readonly<Record<string, string>> = {
  xm: 'person.name',
  dh: 'contact.phone',
  sjh: 'contact.phone',
  lxdh: 'contact.phone',
  dz: 'location.address',
  zz: 'location.address',
  xb: 'person.gender',
  mz: 'person.ethnicity',
  csrq: 'person.birth_date',
  gender: 'person.gender',
  tel: 'contact.phone',
  user: 'person.username',
  location: 'location.address',
  birth: 'person.birth_date',
  domain: 'network.domain',
  hostname: 'network.domain',
  域名: 'network.domain',
  客户: openName,
  用户: openName,
  学生: openName,
  员工: openName,
  患者: openName,
};

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Whom a name is of, before `name` in the names of fields: people. */
const persons = setOf(
  'person persons human people customer cust client patient pat employee emp staff worker student stu pupil teacher doctor physician ' +
    'nurse driver sender receiver recipient consignee consignor buyer seller payee payer payor cardholder applicant ' +
    'guest parent father mother spouse husband wife child kin guardian emergency contact leader ' +
    'legal candidate passenger traveler traveller visitor beneficiary insured policyholder borrower guarantor debtor ' +
    'subscriber caller victim witness inventor signer signatory attendee participant respondent donor investor shareholder ' +
    'kh yh xs yg hz',
);

/** Words for a person that stand alone as the name of a column. */
const roleWords = setOf(
  'patient employee teacher doctor physician nurse driver owner author sender receiver recipient consignee consignor buyer seller payee ' +
    'payer cardholder applicant guest parent father mother spouse guardian leader director passenger traveller traveler visitor resident ' +
    'tenant landlord beneficiary guarantor witness attendee participant supervisor manager assignee reporter reviewer approver interviewer',
);

/** What a name is of, before `name`: things. */
const things = setOf(
  'product file class table column col field event app application job task city province country county district region area street ' +
    'road town village place school college university hospital bank branch shop store company corp corporation org organization ' +
    'organisation enterprise dept department team group role project module package pkg service svc host server domain db database ' +
    'schema index key tag label category cat type brand model device sku item goods course subject grade major position title menu page ' +
    'button icon image img pic picture photo video song album artist band book movie film channel topic queue bucket cluster node pod ' +
    'container namespace env environment repo repository git function func method param parameter variable var property prop attribute ' +
    'attr element script command process thread log logger level status state plan policy rule step stage pipeline workflow activity ' +
    'campaign template theme font color colour style currency unit language lang locale zone timezone disease drug medicine symptom ' +
    'carrier airline airport station route hotel room building floor test suite case feature flag metric chart report sheet form view ' +
    'dataset data source target network interface port protocol format encoding charset algorithm cipher provider issuer realm scope ' +
    'common scientific generic trade chemical path dir directory folder resource action operation handler hook plugin extension ' +
    'license vessel ship plate car vehicle animal pet breed food dish recipe game league species gene network wifi ssid cookie header ' +
    'session token secret vault profile preset option setting config configuration constant enum entity object instance program ' +
    'product software hardware os browser platform system sub subsystem library lib framework version release tenant workspace site ' +
    'website merchant vendor supplier manufacturer maker mall market fund stock security index portfolio document doc attachment ' +
    'asset material equipment part component widget layer layout canonical distinguished fully qualified machine computer printer',
);

/** What may stand behind `name` without changing what it says: the language. */
const languages = setOf('cn zh en chs eng chinese english py pinyin zhcn enus');

/** Last words that make of a name one about something else: `diagnosis_date`, `address_id`, `name_length`. */
const aboutWords = setOf(
  'id ids date time count type status flag at by url uri path size length key hash index version valid verified enabled required ' +
    'format regex pattern class style width height color icon tag created updated visible optional placeholder tooltip error',
);

/** Topics that a field name holds, the most telling first: what fills more of the name, then what stands last. */
export function readFieldName(name: string): FieldEvidence {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const evidence = read(name);
  if (cache.size >= cacheSize) cache.clear();
  cache.set(name, evidence);
  return evidence;
}

/** `contactPhone2`, `contact_phone`, `Contact-Phone` → contact, phone. */
function tokensOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((token) => token !== '');
}

/** Whether the name of a column is a word for a person: `Guardian`, 走访人, 责任护士. */
export function namesPerson(name: string): boolean {
  const length = name.length;
  if (length < 2 || length > 12) return false;
  const last = name.charCodeAt(length - 1);
  if (last > 0x7f)
    return (
      length < 7 &&
      (roleEndings[last] === 1 || (pairOf(name.charCodeAt(length - 2), last) & pairIs.lead) !== 0)
    );
  return roleWords.has(name.toLowerCase());
}

/** Of whom or what a field called `… name` holds the name. */
function subjectOf(name: string): 'person' | 'thing' | 'open' {
  const tokens = tokensOf(name);
  while (tokens.length > 1 && languages.has(tokens.at(-1)!)) tokens.pop();
  const last = tokens.at(-1);
  if (last !== 'name' && last !== 'names') return 'thing';
  // serviceFullName is one of a service.
  const subject = tokens.at(-2) === 'full' ? tokens.at(-3) : tokens.at(-2);
  if (subject === undefined) return 'open';
  return things.has(subject) ? 'thing' : persons.has(subject) ? 'person' : 'open';
}

/** Topics whose values are free text, so that the name must say all. */
const isFreeText = (topic: string): boolean =>
  /^(?:person\.(?!birth_date)|health\.(?:diagnosis|drug)$|location\.(?:address|geo)$|org\.name$|finance\.amount$)/.test(
    topic,
  );

/** Names of secrets that are no cues in a text: `dbPass`, `mch_key`, `Authorization`. */
function readSecretName(name: string): FieldEvidence {
  const kind = classifyKey(name);
  if (kind === 'none') return { topics: [], words: [] };
  return kind === 'password'
    ? { topics: ['secret.password'], words: ['password'] }
    : { topics: ['secret.generic'], words: ['secret'] };
}

function read(name: string): FieldEvidence {
  if (name.length > maxLength) return { topics: [], words: [] };
  const plain = name.trim().toLowerCase();
  // A key may be called __proto__ or constructor.
  const whole = Object.hasOwn(wholeNames, plain) ? wholeNames[plain] : undefined;
  if (whole === openName) return { topics: [openName, 'person.name'], words: [plain, plain] };
  if (whole !== undefined) return { topics: [whole], words: [plain] };
  view.load(name, 0, name.length);
  const hits: { topic: string; word: string; length: number; end: number }[] = [];
  const isAbout = aboutWords.has(tokensOf(name).at(-1) ?? '');
  let index = 0;
  while (index < view.length) {
    const hit = cueAt(view, index);
    if (hit === undefined) index += 1;
    else if (isAbout && hit.end < view.length && isFreeText(hit.cue.topic)) index = hit.end;
    else {
      hits.push({
        topic: hit.cue.topic,
        word: hit.cue.word,
        length: hit.end - hit.start,
        end: hit.end,
      });
      index = hit.end;
    }
  }
  // The head of a name stands last: in `order_phone` and 订单手机号 it is the phone.
  hits.sort((a, b) => b.end - a.end || b.length - a.length);
  const topics = hits.map((hit) => hit.topic);
  const found = hits.map((hit) => hit.word);
  if (topics.length === 0) return readSecretName(name);
  const generic = found.findIndex((word) => word === 'name' || word === 'full name');
  if (generic < 0) return { topics, words: found };
  const subject = subjectOf(name);
  if (subject === 'thing') {
    topics.splice(generic, 1);
    found.splice(generic, 1);
  } else if (subject === 'open' && generic === 0 && found[0] === 'name') {
    topics.unshift(openName);
    found.unshift('name');
  }
  return { topics, words: found };
}
