import {
  createAead,
  createFieldCipher,
  createPrf,
  generateKeyset,
  rotateKeyset,
} from '@yushu/encrypt';
import { createDocumentCipher, type DocumentCipherOptions } from '@yushu/encrypt/documents';
import { createBlindIndex, normalizers } from '@yushu/encrypt/search';
import * as bson from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const failure = (code: string) => expect.objectContaining({ code });
const old = generateKeyset('AES256_GCM');
const cipher = createFieldCipher(createAead(old));
const renewed = createFieldCipher(createAead(rotateKeyset(old, 'AES256_GCM')));
const paths = ['phone', 'address.street', 'tags[]', 'contacts[].phone', 'grid[][]'];
const people = (options: Partial<DocumentCipherOptions> = {}) =>
  createDocumentCipher({
    cipher,
    bson,
    collection: 'people',
    paths,
    elements: 'in-place',
    ...options,
  });

/** What the driver gives for what it was told to write. */
const stored = <T extends object>(document: T): T =>
  bson.deserialize(bson.serialize(document)) as T;
const shown = (value: unknown) => bson.EJSON.stringify({ value }, { relaxed: false });

const person = () => ({
  _id: new bson.ObjectId(),
  city: '杭州',
  phone: '13800138000',
  address: { street: '西湖区', zip: 310000 },
  tags: ['a', 'b', null, { deep: [1] }],
  contacts: [
    { name: 'x', phone: '139' },
    { name: 'y' },
    { name: 'z', phone: bson.Long.fromString('9007199254740993') },
  ],
  grid: [[1, 2], [3]],
});

/** Values of every type of BSON that can be stored. */
const bsonValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => new bson.Binary(bytes)),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => new bson.Binary(bytes, 128)),
    fc.uuid().map((text) => new bson.UUID(text)),
    fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new bson.ObjectId(bytes)),
    fc
      .constantFrom('0.10', '-1E-6176', 'NaN', '79228162514264337593543950335')
      .map((text) => new bson.Decimal128(text)),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => bson.Long.fromBigInt(n)),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((n) => new bson.Timestamp(n)),
    fc.constantFrom(new bson.MinKey(), new bson.MaxKey(), new bson.Code('f()', { a: 1 })),
    fc.constant(/a+/i),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.string({ minLength: 1, maxLength: 4 }).filter((name) => !name.includes('\0')),
      tie('value'),
      {
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
  ),
})).value;

describe('createDocumentCipher', () => {
  it('seals what its paths lead to, and nothing else', () => {
    const plain = person();
    const sealed = stored(people().seal(plain));
    const text = bson.EJSON.stringify(sealed);
    for (const secret of ['13800138000', '西湖', '139', 'deep']) expect(text).not.toContain(secret);
    expect([sealed.city, sealed.address.zip, sealed.contacts[1]]).toEqual([
      '杭州',
      310000,
      { name: 'y' },
    ]);
    expect(sealed.tags[2]).toBeNull();
    expect(sealed.phone).toMatchObject({ _bsontype: 'Binary', sub_type: 128 });
    expect(shown(people().open(sealed))).toBe(shown(stored(plain)));
    expect(plain.phone).toBe('13800138000');
  });

  it('gives back every type of BSON as the driver gives plain ones', () => {
    const cells = createDocumentCipher({ cipher, bson, collection: 'c', paths: ['v'] });
    const long = createDocumentCipher({
      cipher,
      bson,
      collection: 'c',
      paths: ['v'],
      deserializeOptions: { promoteLongs: false },
    });
    fc.assert(
      fc.property(bsonValue, (v) => {
        const document = { _id: 1, v };
        const sealed = stored(cells.seal(document));
        expect(shown(cells.open(sealed))).toBe(shown(stored(document)));
        expect(shown(long.open(sealed))).toBe(
          shown(bson.deserialize(bson.serialize(document), { promoteLongs: false })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('opens no value in the place of another', () => {
    const documents = [person(), person()].map((plain) => stored(people().seal(plain)));
    type Cell = { get: () => unknown; set: (value: unknown) => void };
    const cells = documents.flatMap((document): Cell[] => {
      const holders: [Record<string | number, unknown>, string | number][] = [
        [document, 'phone'],
        [document.address, 'street'],
        [document.tags as never, 0],
        [document.tags as never, 3],
        [document.contacts[0] as never, 'phone'],
        [document.contacts[2] as never, 'phone'],
        [document.grid[0] as never, 0],
        [document.grid[1] as never, 0],
      ];
      return holders.map(([holder, name]) => ({
        get: () => holder[name],
        set: (value) => {
          holder[name] = value;
        },
      }));
    });
    for (const to of cells) {
      const own = to.get();
      for (const from of cells) {
        if (from === to) continue;
        to.set(from.get());
        expect(() => documents.map((document) => people().open(document))).toThrow(
          failure('ERR_ENCRYPT_OPEN'),
        );
      }
      to.set(own);
    }
    for (const document of documents) people().open(document);
    const [first] = documents as [(typeof documents)[0]];
    for (const other of [
      people({ collection: 'others' }),
      people({ tenantField: 'city' }),
      people({ cipher: createFieldCipher(createAead(generateKeyset('AES256_GCM'))) }),
    ])
      expect(() => other.open(first)).toThrow(failure('ERR_ENCRYPT_OPEN'));
    for (const _id of [first._id.toHexString(), new bson.ObjectId(), 1])
      expect(() => people().open({ ...first, _id })).toThrow(failure('ERR_ENCRYPT_OPEN'));
  });

  it('lets elements change places only if told so', () => {
    const movable = people({ elements: 'movable' });
    const sealed = movable.seal(person());
    const [a, b, ...rest] = sealed.tags;
    expect(movable.open({ ...sealed, tags: [b, a, ...rest] }).tags.slice(0, 2)).toEqual(['b', 'a']);
    expect(() => people({ elements: undefined as never })).toThrow(failure('ERR_ENCRYPT_OPTIONS'));
  });

  it('gives the one error for every one-bit change', () => {
    const cells = createDocumentCipher({ cipher, bson, collection: 'c', paths: ['v'] });
    const { v } = cells.seal({ _id: 1, v: 'x' as unknown }) as unknown as { v: bson.Binary };
    for (let bit = 0; bit < v.buffer.length * 8; bit += 1) {
      const bytes = Uint8Array.from(v.buffer);
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
      const changed = { _id: 1, v: new bson.Binary(bytes, 128) };
      expect(() => cells.open(changed)).toThrow(failure('ERR_ENCRYPT_OPEN'));
    }
    const otherType = { _id: 1, v: new bson.Binary(v.buffer, 0) };
    expect(() => cells.open(otherType)).toThrow(failure('ERR_ENCRYPT_OPEN'));
  });

  it('knows ids of every usual type, and numbers whatever their type is', () => {
    const ids = ['1', 1, 1.5, new bson.Int32(7), new bson.Long(8), new bson.Double(9), 10n];
    for (const _id of [...ids, new bson.UUID(), new bson.Binary(Uint8Array.of(1), 5)]) {
      const sealed = stored(people().seal({ _id, phone: '1' }));
      expect(people().open(sealed).phone).toBe('1');
    }
    const sealed = people().seal({ _id: 1, phone: '1' });
    expect(() => people().open({ ...sealed, _id: '1' })).toThrow(failure('ERR_ENCRYPT_OPEN'));
    for (const _id of [undefined, null, {}, [1], new Date(), true])
      expect(() => people().seal({ _id, phone: '1' })).toThrow(failure('ERR_ENCRYPT_CONTEXT'));
    const byTenant = people({ idField: 'key', tenantField: 'tenant' });
    const own = byTenant.seal({ key: 'k', tenant: 'a', phone: '1' });
    expect(byTenant.open(own).phone).toBe('1');
    expect(() => byTenant.open({ ...own, tenant: 'b' })).toThrow(failure('ERR_ENCRYPT_OPEN'));
    expect(() => byTenant.open({ key: 'k', phone: own.phone })).toThrow(
      failure('ERR_ENCRYPT_CONTEXT'),
    );
  });

  it('reads under two keys at once, and says what to write', () => {
    const sealed = stored(people().seal(person()));
    const both = people({ cipher: renewed });
    expect(shown(both.open(sealed))).toBe(shown(people().open(sealed)));
    expect(people().renew(sealed)).toBeUndefined();
    const change = both.renew(sealed);
    expect(Object.keys(change?.update.$set ?? {})).toEqual([
      'phone',
      'address.street',
      'tags.0',
      'tags.1',
      'tags.3',
      'contacts.0.phone',
      'contacts.2.phone',
      'grid.0.0',
      'grid.0.1',
      'grid.1.0',
    ]);
    expect(change?.filter).toMatchObject({ _id: sealed._id, 'tags.1': sealed.tags[1] });
    const after = structuredClone({}) as typeof sealed;
    Object.assign(after, stored(sealed));
    for (const [dotted, value] of Object.entries(change?.update.$set ?? {})) {
      const names = dotted.split('.');
      const last = names.pop() as string;
      const holder = names.reduce<Record<string, unknown>>(
        (at, name) => at[name] as Record<string, unknown>,
        after as never,
      );
      holder[last] = value;
    }
    expect(both.renew(after)).toBeUndefined();
    expect(shown(both.open(stored(after)))).toBe(shown(people().open(sealed)));
  });

  it('takes plain values only where it is told so, and never seals what does not open', () => {
    const half = { ...people().seal(person()), phone: '13800138000' };
    expect(() => people().open(half)).toThrow(failure('ERR_ENCRYPT_OPEN'));
    expect(() => people().renew(half)).toThrow(failure('ERR_ENCRYPT_OPEN'));
    const moving = people({ acceptPlaintext: true });
    expect(moving.open(half).phone).toBe('13800138000');
    expect(moving.renew(half)).toMatchObject({
      filter: { _id: half._id, phone: '13800138000' },
      update: { $set: { phone: { _bsontype: 'Binary' } } },
    });
    const foreign = people({ cipher: createFieldCipher(createAead(generateKeyset('AES256_GCM'))) });
    const broken = {
      ...half,
      phone: (foreign.seal({ _id: half._id, phone: '1' }) as { phone: string }).phone,
    };
    expect(() => moving.open(broken)).toThrow(failure('ERR_ENCRYPT_OPEN'));
    expect(() => moving.renew(broken)).toThrow(failure('ERR_ENCRYPT_OPEN'));
    expect(() => moving.seal(broken)).toThrow(failure('ERR_ENCRYPT_VALUE'));
  });

  it('fills in search tokens', () => {
    const index = createBlindIndex({
      prf: createPrf(generateKeyset('HMAC_SHA256_PRF')),
      name: 'people.phone',
      bits: 32,
      normalize: normalizers.digits,
    });
    const found = people({
      indexes: { phones: { from: 'contacts[].phone', index }, mine: { from: 'phone', index } },
    });
    const document = { ...person(), contacts: [{ phone: '138-0013-8000' }, {}, { phone: 139 }] };
    const sealed = found.seal(document) as { phones?: string[]; mine?: string[] };
    expect(sealed.mine).toEqual(index.tokensFor('13800138000'));
    expect(sealed.phones).toEqual([...index.tokensFor('13800138000'), ...index.tokensFor('139')]);
    expect(() => found.seal({ _id: 1, phone: { no: 'text' } })).toThrow(
      failure('ERR_ENCRYPT_VALUE'),
    );
  });

  it('refuses what it cannot keep, and says where', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    let deep: unknown = 1;
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    for (const phone of [circular, { deep }, new Map([[{}, 1]]), new Date(Number.NaN)]) {
      let error: unknown;
      try {
        people().open(people().seal({ _id: 1, phone }));
      } catch (caught) {
        error = caught;
      }
      if (error !== undefined) expect(error).toEqual(failure('ERR_ENCRYPT_VALUE'));
    }
    expect(() => people().seal({ _id: 1, phone: circular })).toThrow(failure('ERR_ENCRYPT_VALUE'));
    const misplaced = [
      { tags: 'no array' },
      { contacts: { phone: 1 } },
      { address: [{ street: 1 }] },
      { address: new bson.ObjectId() },
      { address: 'text' },
    ];
    for (const fields of misplaced)
      expect(() => people().seal({ _id: 1, ...fields })).toThrow(failure('ERR_ENCRYPT_VALUE'));
    for (const wrong of ['', 'a..b', '.a', '$set', 'a[', '[]', 'a[0]', 'a[].'])
      expect(() => people({ paths: [wrong] })).toThrow(failure('ERR_ENCRYPT_OPTIONS'));
    for (const wrong of [
      ['a', 'a.b'],
      ['a[]', 'a'],
      ['a', 'a'],
    ])
      expect(() => people({ paths: wrong })).toThrow(failure('ERR_ENCRYPT_OPTIONS'));
    people({ paths: ['a', 'ab', 'b.a'] });
  });

  it('touches no prototype', () => {
    const hostile = JSON.parse('{"_id":1,"__proto__":{"phone":"x"},"phone":"y"}') as object;
    const guarded = people({ paths: ['__proto__.phone', 'phone'] });
    const sealed = guarded.seal(hostile);
    expect(Object.getPrototypeOf(sealed)).toBe(Object.prototype);
    expect(Object.keys(sealed)).toEqual(['_id', '__proto__', 'phone']);
    expect(shown(guarded.open(sealed))).toBe(shown(hostile));
  });
});
