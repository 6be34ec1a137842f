import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { isDataSecurityError } from '@yushu/core';
import {
  commitRelease,
  createTableMarker,
  createTableTracer,
  discloseRelease,
  planRelease,
  type ReleaseDisclosure,
  verifyDisclosure,
} from '@yushu/watermark';
import { describe, expect, it } from 'vitest';
import { experimentKey as key } from '../experiments/host.ts';

const rows = Array.from({ length: 2000 }, (_, at) => [
  `city ${at % 7}`,
  String(((at * 7919) % 99_991) / 10),
]);
const record = planRelease({ key, columns: ['city', 'amount'], rows, budget: 0.1 });
const recipients = ['acme', 'globex', '甲公司'];
const commitment = commitRelease({
  record,
  key,
  recipients,
  signingKey: new Uint8Array(32).fill(9),
  now: 0,
});
const { publicKey } = commitment;
const disclosure = discloseRelease(commitment, { record, key, recipients });

describe('evidence', () => {
  it('lets anyone run the trace again without the owner’s key', () => {
    const leaked = createTableMarker({ record, key, recipient: '甲公司' }).mark(rows);
    const open = verifyDisclosure(JSON.parse(JSON.stringify(disclosure)) as ReleaseDisclosure, {
      publicKey,
    });
    const tracer = createTableTracer({
      record: open.record,
      key: { releaseKey: open.releaseKey },
      columns: ['a', 'b'],
    });
    tracer.read(leaked);
    expect(
      tracer.trace({ recipients: open.recipients }).named.map(({ recipient }) => recipient),
    ).toEqual(['甲公司']);
  });

  it('tells nothing before it is laid open', () => {
    const text = JSON.stringify(commitment);
    for (const recipient of recipients) expect(text).not.toContain(recipient);
    expect(text).not.toContain('city');
  });

  it.each([
    ['a recipient is added', { ...disclosure, recipients: [...recipients, 'scapegoat'] }],
    ['a recipient is changed', { ...disclosure, recipients: ['acme', 'globex', 'scapegoat'] }],
    ['the record is changed', { ...disclosure, record: { ...record, colluders: 9 } }],
    ['the key is another', { ...disclosure, releaseKey: '00'.repeat(32) }],
    ['the key is no hex', { ...disclosure, releaseKey: 'zz' }],
    [
      'the date is changed',
      { ...disclosure, commitment: { ...commitment, created: '2020-01-01T00:00:00.000Z' } },
    ],
    [
      'the signature is broken',
      { ...disclosure, commitment: { ...commitment, signature: '00'.repeat(64) } },
    ],
  ])('is refused where %s', (_, broken) => {
    let caught: unknown;
    try {
      verifyDisclosure(broken as ReleaseDisclosure, { publicKey });
    } catch (error) {
      caught = error;
    }
    expect(isDataSecurityError(caught, 'ERR_WATERMARK_EVIDENCE')).toBe(true);
  });

  describe('signed with another algorithm', () => {
    const { privateKey, publicKey: shown } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const spki = shown.export({ type: 'spki', format: 'der' }).toString('hex');
    const verifiers = {
      ECDSA: (message: Uint8Array, signature: Uint8Array, hex: string) =>
        verify(
          'sha256',
          message,
          { key: Buffer.from(hex, 'hex'), format: 'der', type: 'spki' },
          signature,
        ),
    };
    const signed = commitRelease({
      record,
      key,
      recipients,
      signingKey: {
        algorithm: 'ECDSA',
        publicKey: spki,
        sign: (message) => sign('sha256', message, privateKey),
      },
    });
    const open = discloseRelease(signed, { record, key, recipients, verifiers });

    it('is verified with its verifier', () => {
      expect(verifyDisclosure(open, { publicKey: spki, verifiers }).recipients).toEqual(recipients);
    });

    it.each([
      ['without a verifier', open, {}],
      [
        'under the name of another',
        { ...open, commitment: { ...signed, algorithm: 'X' } },
        { X: verifiers.ECDSA },
      ],
      [
        'as Ed25519',
        {
          ...open,
          commitment: Object.fromEntries(
            Object.entries(signed).filter(([name]) => name !== 'algorithm'),
          ),
        },
        verifiers,
      ],
      [
        'with a property of every object for its name',
        { ...open, commitment: { ...signed, algorithm: 'toString' } },
        {},
      ],
    ])('is refused %s', (_, disclosed, given) => {
      expect(() =>
        verifyDisclosure(disclosed as ReleaseDisclosure, { publicKey: spki, verifiers: given }),
      ).toThrow(expect.objectContaining({ code: 'ERR_WATERMARK_EVIDENCE' }));
    });
  });

  it('is refused with another public key', () => {
    expect(() => verifyDisclosure(disclosure, { publicKey: '00'.repeat(32) })).toThrow(
      /another key/,
    );
  });
});
