/**
 * What the name of a column or key says about its values.
 *
 * @module
 */
import { cueAt } from '../engine/cues.ts';
import type { FieldEvidence } from '../engine/scan.ts';
import { TextView } from '../engine/view.ts';

const view = new TextView();
const cache = new Map<string, FieldEvidence>();
const cacheSize = 2000;
/** Names longer than this are no names. */
const maxLength = 80;

/** Short column names that mean one thing as a whole name, but nothing within a text. */
const wholeNames: Readonly<Record<string, string>> = {
  name: 'person.name',
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
  key: 'secret.generic',
  location: 'location.address',
  birth: 'person.birth_date',
  客户: 'person.name',
  用户: 'person.name',
  学生: 'person.name',
  员工: 'person.name',
  患者: 'person.name',
};

/** Topics that a field name holds, the most telling first: what fills more of the name, then what stands last. */
export function readFieldName(name: string): FieldEvidence {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const evidence = read(name);
  if (cache.size >= cacheSize) cache.clear();
  cache.set(name, evidence);
  return evidence;
}

function read(name: string): FieldEvidence {
  if (name.length > maxLength) return { topics: [], words: [] };
  const plain = name.trim().toLowerCase();
  // A key may be called __proto__ or constructor.
  const whole = Object.hasOwn(wholeNames, plain) ? wholeNames[plain] : undefined;
  if (whole !== undefined) return { topics: [whole], words: [plain] };
  view.load(name, 0, name.length);
  const hits: { topic: string; word: string; length: number; end: number }[] = [];
  let index = 0;
  while (index < view.length) {
    const hit = cueAt(view, index);
    if (hit === undefined) index += 1;
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
  return { topics: hits.map((hit) => hit.topic), words: hits.map((hit) => hit.word) };
}
