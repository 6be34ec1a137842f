import { AnnotatedText, mark, type Phrase, phrase } from './annotated-text.ts';
import {
  makeOrderNumber,
  makePrice,
  makeSha,
  makeUuid,
  sampleDay,
  writeTimestamp,
} from './sample-decoys.ts';
import { makePerson } from './sample-person.ts';
import type { SampleRandom } from './sample-random.ts';
import { writeMobile } from './written-forms.ts';

/** A JSON value with marks in its texts. */
type Json = Text | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A phrase as a text of JSON: a class, so that it is not taken for a list. */
class Text {
  readonly phrase: Phrase;
  constructor(phrase: Phrase) {
    this.phrase = phrase;
  }
}

const text = (...parts: Parameters<typeof phrase>) => new Text(phrase(...parts));

const escapeJson = (plain: string) => JSON.stringify(plain).slice(1, -1);

function add(file: AnnotatedText, value: Json, indent: string): void {
  if (value instanceof Text) {
    file.add('"').add(value.phrase, escapeJson).add('"');
  } else if (value === null || typeof value !== 'object') {
    file.add(String(value));
  } else {
    const list = Array.isArray(value);
    const entries = list ? value.map((item) => ['', item] as const) : Object.entries(value);
    if (entries.length === 0) {
      file.add(list ? '[]' : '{}');
      return;
    }
    file.add(list ? '[\n' : '{\n');
    for (const [index, [key, inner]] of entries.entries()) {
      file.add(`${indent}  ${list ? '' : `${JSON.stringify(key)}: `}`);
      add(file, inner, `${indent}  `);
      file.add(index === entries.length - 1 ? '\n' : ',\n');
    }
    file.add(`${indent}${list ? ']' : '}'}`);
  }
}

/** A page of members as an interface gives it out: nested, with far more than the caller needs. */
export function makeApiResponse(random: SampleRandom, members: number): AnnotatedText {
  const file = new AnnotatedText('api-response.json');
  const items = Array.from({ length: members }, (): Json => {
    const person = makePerson(random);
    const orders = Array.from(
      { length: random.below(3) },
      (): Json => ({
        orderNo: text`${makeOrderNumber(random)}`,
        amount: Number(makePrice(random)),
        createdAt: sampleDay - random.below(1_000_000) * 1000,
        etag: text`${makeSha(random)}`,
      }),
    );
    return {
      id: text`${makeUuid(random)}`,
      userName: text`${person.account}`,
      realName: text`${person.name}`,
      gender: text`${person.gender}`,
      contact: {
        mobile: text`${writeMobile(random, person.mobile)}`,
        email: random.chance(0.7) ? text`${person.email}` : null,
        addresses: [{ type: text`home`, detail: text`${person.address}`, default: true }],
      },
      identity: {
        idCardNo: random.chance(0.6) ? text`${person.resident}` : null,
        verified: random.chance(0.9),
      },
      payment: random.chance(0.4)
        ? {
            bankCard: text`${mark('finance.card', person.card.text)}`,
            points: random.below(100_000),
          }
        : {},
      orders,
      updatedAt: text`${writeTimestamp(sampleDay - random.below(10_000_000) * 100)}`,
    };
  });
  add(
    file,
    {
      code: 0,
      message: text`success`,
      requestId: text`${makeUuid(random)}`,
      timestamp: sampleDay + 41_233,
      data: { total: 48_211, page: 1, pageSize: members, items },
    },
    '',
  );
  return file.add('\n');
}
