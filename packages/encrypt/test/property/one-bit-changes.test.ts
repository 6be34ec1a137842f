import {
  createAead,
  createDeterministicAead,
  createMac,
  createStreamingAead,
  generateKeyset,
  type Keyset,
  keyTemplates,
  purposeOfTemplate,
  rotateKeyset,
} from '@yushu/encrypt';
import { generateGmKeyset, gmKeyTypes } from '@yushu/encrypt/gm';
import {
  createHybridDecrypt,
  createHybridEncrypt,
  generateHybridKeyset,
  hybridTemplates,
  publicKeysetOf,
} from '@yushu/encrypt/hybrid';
import { describe, expect, it } from 'vitest';
import { keyTypes } from '../../src/keyset/key-template.ts';
import { through } from '../ledger/through.ts';
import { opaque, shownByAsync } from './opaque-error.ts';

type Bytes = Uint8Array;

/** What every primitive that can fail to open comes down to: something that was made, and what it was made for. */
interface Primitive {
  make(plaintext: Bytes, data: Bytes): Bytes | Promise<Bytes>;
  open(made: Bytes, plaintext: Bytes, data: Bytes): unknown;
}

const aead = (keyset: Keyset): Primitive => {
  const { seal, open } = bound(createAead(keyset, { keyTypes: gmKeyTypes }));
  return { make: seal, open: (made, _, data) => open(made, data) };
};

/** Functions of an object that need their object. */
function bound<T extends { seal(a: Bytes, b: Bytes): Bytes; open(a: Bytes, b: Bytes): Bytes }>(
  one: T,
) {
  return {
    seal: (a: Bytes, b: Bytes) => one.seal(a, b),
    open: (a: Bytes, b: Bytes) => one.open(a, b),
  };
}

/** By purpose, how its keys are used. */
const byPurpose: Readonly<Record<string, (keyset: Keyset) => Primitive>> = {
  aead,
  deterministic: (keyset) => {
    const { seal, open } = bound(createDeterministicAead(keyset));
    return { make: seal, open: (made, _, data) => open(made, data) };
  },
  mac: (keyset) => {
    const mac = createMac(keyset);
    const both = (plaintext: Bytes, data: Bytes) => Uint8Array.of(...plaintext, ...data);
    return {
      make: (plaintext, data) => mac.compute(both(plaintext, data)),
      open: (made, plaintext, data) => mac.verify(made, both(plaintext, data)),
    };
  },
  streaming: (keyset) => {
    const stream = createStreamingAead(keyset, { keyTypes: gmKeyTypes });
    return {
      make: (plaintext, data) => through(stream.sealStream(data), plaintext, 7),
      open: (made, _, data) => through(stream.openStream(data), made, 64),
    };
  },
};

/** Purposes of keys that open nothing: there is nothing to fail. */
const withoutOpening = ['prf', 'fpe'];

function hybrid(keyset: Keyset): Primitive {
  const sender = createHybridEncrypt(publicKeysetOf(keyset));
  const recipient = createHybridDecrypt(keyset);
  return {
    make: (plaintext, data) => sender.seal(plaintext, data),
    open: (made, _, data) => recipient.open(made, data),
  };
}

interface Row {
  readonly name: string;
  readonly keyset: Keyset;
  readonly primitive: Primitive;
}

const table: readonly Row[] = [
  ...keyTemplates
    .filter((template) => Object.hasOwn(byPurpose, purposeOfTemplate(template)))
    .map((name): Row => {
      // Two keys, so that a changed key id can name the other one.
      const keyset = rotateKeyset(generateKeyset(name), name);
      return { name, keyset, primitive: byPurpose[purposeOfTemplate(name)]!(keyset) };
    }),
  ...hybridTemplates.map((name): Row => {
    const keyset = generateHybridKeyset(name);
    return { name, keyset, primitive: hybrid(keyset) };
  }),
  ...(['SM4_GCM', 'SM4_GCM_HKDF_SM3_1MB'] as const).map((name): Row => {
    const keyset = generateGmKeyset(name);
    const purpose = name === 'SM4_GCM' ? 'aead' : 'streaming';
    return { name, keyset, primitive: byPurpose[purpose]!(keyset) };
  }),
];

/** Every bit; of each byte only one, each time another, where `sparse`. */
function* oneBitChanges(bytes: Bytes, sparse = false): Generator<Bytes> {
  for (let bit = 0; bit < bytes.length * 8; bit += sparse ? 9 : 1) {
    const changed = bytes.slice();
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
    yield changed;
  }
}

describe('every one-bit change gives the one error', () => {
  const plaintext = new TextEncoder().encode('13800138000');
  const data = new TextEncoder().encode('t/c/1');

  it('for every key type that is registered', () => {
    const covered = new Set(
      table.flatMap(({ keyset }) => keyset.keys.map(({ typeUrl }) => typeUrl)),
    );
    const own = keyTypes.filter(({ purpose }) => !withoutOpening.includes(purpose));
    const gm = gmKeyTypes.filter(({ purpose }) => !withoutOpening.includes(purpose));
    for (const { typeUrl } of [...own, ...gm]) expect(covered).toContain(typeUrl);
    expect([...covered].filter((typeUrl) => typeUrl.includes('Hpke'))).toHaveLength(1);
    expect(table.length).toBeGreaterThanOrEqual(33);
  });

  it.each(table)('$name', async ({ name, primitive }) => {
    // Half a millisecond to several for each: all bits of these with YUSHU_EVERY_BIT=1.
    const sparse = /P384|P521/.test(name) && process.env['YUSHU_EVERY_BIT'] === undefined;
    const made = await primitive.make(plaintext, data);
    const shown = (...args: [Bytes, Bytes, Bytes]) =>
      shownByAsync(async () => primitive.open(...args));
    expect(await shown(made, plaintext, data)).toBe('opened');
    for (const changed of oneBitChanges(made, sparse)) {
      expect(await shown(changed, plaintext, data)).toBe(opaque);
    }
    for (const changed of oneBitChanges(data)) {
      expect(await shown(made, plaintext, changed)).toBe(opaque);
    }
    for (const length of [0, 1, 4, 5, made.length - 1]) {
      expect(await shown(made.subarray(0, length), plaintext, data)).toBe(opaque);
    }
  });
});
