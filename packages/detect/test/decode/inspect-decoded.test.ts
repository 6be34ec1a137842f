import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecodedFinding, inspectDecoded } from '../../src/decode/index.ts';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const value = '客户张伟，手机13800138000';

const bytesOf = (text: string) => Buffer.from(text, 'utf8');
const encoders = {
  base64: (text: string) => bytesOf(text).toString('base64'),
  base64url: (text: string) => bytesOf(text).toString('base64url'),
  'base64 on lines': (text: string) =>
    bytesOf(text)
      .toString('base64')
      .replace(/.{76}(?=.)/g, '$&\r\n'),
  hex: (text: string) => bytesOf(text).toString('hex'),
  'hex in capitals': (text: string) => `0x${bytesOf(text).toString('hex').toUpperCase()}`,
  percent: (text: string) => [...bytesOf(text)].map((byte) => `%${hex(byte)}`).join(''),
  'percent in part': (text: string) => encodeURIComponent(text),
  escapes: (text: string) =>
    Array.from(
      { length: text.length },
      (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  'quoted-printable': (text: string) => [...bytesOf(text)].map((byte) => `=${hex(byte)}`).join(''),
  'quoted-printable on lines': (text: string) =>
    [...bytesOf(text)].map((byte, at) => `=${hex(byte)}${at % 20 === 19 ? '=\r\n' : ''}`).join(''),
  gzip: (text: string) => gzipSync(text).toString('base64'),
} as const;
const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0');

const shown = (findings: readonly DecodedFinding[]) =>
  findings.map(({ category }) => category).sort();

describe('what is encoded is found', () => {
  test.each(Object.entries(encoders))('%s', (_name, encode) => {
    const text = `data ${encode(value)} end`;
    const { findings, coverage } = inspectDecoded(scanner, text);
    expect(shown(findings)).toEqual(['contact.phone', 'person.name']);
    expect(coverage).toMatchObject({ complete: true, scannedTo: text.length, undecodedCount: 0 });
    // The place in the input holds the whole value: what it covers decodes to it.
    for (const { span, chain } of findings) {
      expect(chain.length).toBeGreaterThan(0);
      expect(span.start).toBeGreaterThanOrEqual(5);
      expect(span.end).toBeLessThanOrEqual(text.length - 4);
    }
  });

  test('the scan itself finds them too', () => {
    for (const [name, encode] of Object.entries(encoders)) {
      const found = scanner.scan(`data ${encode(value)} end`).map(({ category }) => category);
      expect(found.length, name).toBeGreaterThan(0);
    }
  });

  test('encodings within encodings, with the chain', () => {
    const text = `q=${encoders['percent in part'](`${encoders.base64(value)}==`)}`;
    const { findings } = inspectDecoded(scanner, text);
    const phone = findings.find(({ category }) => category === 'contact.phone');
    expect(phone?.chain.map(({ encoding }) => encoding)).toEqual(['percent', 'base64']);
    expect(phone?.innerSpan).toEqual({ start: 7, end: 18 });
  });

  test('any nesting of any encodings', () => {
    const inner = Object.entries(encoders).filter(([name]) => !name.includes('lines'));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...inner.map(([, encode]) => encode)), {
          minLength: 1,
          maxLength: 4,
        }),
        (chain) => {
          let text = value;
          for (const encode of chain) text = encode(text);
          const { findings, coverage } = inspectDecoded(scanner, text, { maxDepth: 12 });
          expect(shown(findings)).toEqual(['contact.phone', 'person.name']);
          expect(coverage.complete).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('JSON within a string knows its keys', () => {
    const text = JSON.stringify({ body: JSON.stringify({ 诊断: '2型糖尿病', 备注: 'x' }) });
    const { findings } = inspectDecoded(scanner, text);
    expect(findings.map(({ span }) => text.slice(span.start, span.end))).toContain('2型糖尿病');
  });

  test('gzip as bytes, and as bytes twice', () => {
    for (const bytes of [gzipSync(value), gzipSync(gzipSync(value))]) {
      const { findings } = inspectDecoded(scanner, bytes);
      expect(shown(findings)).toEqual(['contact.phone', 'person.name']);
      expect(findings[0]?.span).toEqual({ start: 0, end: bytes.length, unit: 'byte' });
    }
  });

  test('long stretches that the scan passes over', () => {
    const text = encoders.base64(`${'一段没有数据的文字。'.repeat(5000)}${value}`);
    expect(shown(inspectDecoded(scanner, text).findings)).toEqual(['contact.phone', 'person.name']);
  });
});

describe('budgets, never silent', () => {
  test('depth', () => {
    let text = value;
    for (let level = 0; level < 8; level += 1) text = encoders.base64(text);
    const { findings, coverage } = inspectDecoded(scanner, text, { maxDepth: 3 });
    expect(findings).toEqual([]);
    expect(coverage.complete).toBe(false);
    expect(coverage.undecoded[0]?.reason).toBe('maxDepth');
  });

  test('a compression bomb costs no more than the budget', () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 0x61));
    const { coverage } = inspectDecoded(scanner, bomb, { maxDecodedBytes: 1_000_000 });
    expect(coverage.decodedBytes).toBeLessThanOrEqual(1_000_000);
    expect(coverage).toMatchObject({ complete: false, undecodedCount: 1 });
    expect(coverage.undecoded[0]).toMatchObject({ reason: 'maxDecodedBytes', encoding: 'gzip' });
    const inText = inspectDecoded(scanner, `x ${bomb.toString('base64')} ${encoders.hex(value)}`, {
      maxDecodedBytes: 2_000_000,
    });
    expect(inText.coverage.undecoded[0]?.reason).toBe('maxDecodedBytes');
  });

  test('broken gzip gives what came out, and says so', () => {
    const whole = gzipSync(
      `${value} ${Array.from({ length: 5000 }, (_, at) => `${at * 7919}`).join(' ')}`,
    );
    const { findings, coverage } = inspectDecoded(scanner, whole.subarray(0, whole.length - 200));
    expect(shown(findings)).toContain('contact.phone');
    expect(coverage.undecoded[0]).toMatchObject({ reason: 'broken' });
  });

  test('findings, deadline and signal', () => {
    const text = `${encoders.base64(value)} ${encoders.hex(value)}`;
    const most = inspectDecoded(scanner, text, { maxFindings: 1 });
    expect(most.findings).toHaveLength(1);
    expect(most.coverage).toMatchObject({ complete: false, stoppedBy: 'maxFindings' });
    let now = 0;
    const late = inspectDecoded(scanner, text, {
      deadlineMs: 2,
      clock: () => {
        now += 1;
        return now;
      },
    });
    expect(late.coverage).toMatchObject({ complete: false, stoppedBy: 'deadlineMs' });
    const signal = AbortSignal.abort();
    expect(inspectDecoded(scanner, text, { signal }).coverage.stoppedBy).toBe('signal');
    expect(() => inspectDecoded(scanner, text, { maxDepth: -1 })).toThrow(
      expect.objectContaining({ code: 'ERR_DETECT_OPTIONS' }),
    );
  });

  test('hostile texts stay linear', () => {
    const pieces = [
      '%41',
      '\\u0041',
      '=41',
      '=\n',
      'QUJD',
      '41424344',
      '\\"',
      '\\\\',
      '%',
      '=?',
      'A',
    ];
    const timeOf = (piece: string, size: number) => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      const started = process.cpuUsage();
      inspectDecoded(scanner, text, { maxDepth: 4 });
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    // Not a time, but a ratio: eight times the text may not cost a hundred times.
    for (const piece of pieces) {
      const small = Math.max(2000, timeOf(piece, 20_000));
      expect(timeOf(piece, 160_000) / small, piece).toBeLessThan(100);
    }
  });
});

test('decoding anything never throws, and places stay within the input', () => {
  const unit = fc.constantFrom(
    ...'%=\\uxn"4E5b0aZ9+/-_? \r\n张'.split(''),
    '\\u5f20',
    '%E5%BC%A0',
    '=E5=BC=A0',
    'H4sIAAAA',
    '13800138000',
    'YWxpY2VAZXhhbXBsZS5jb20=',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 80 }), (units) => {
      const text = units.join('');
      for (const { span } of inspectDecoded(scanner, text).findings) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.start).toBeLessThan(span.end);
      }
      for (const { span } of scanner.scan(text)) {
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.start).toBeLessThan(span.end);
      }
    }),
    { numRuns: 500 },
  );
});

describe('what stands behind an equals sign is no quoted-printable by that alone', () => {
  const value = '手机 13912345678 谢谢';
  const encoded = {
    hex: Buffer.from(value).toString('hex'),
    base64: Buffer.from(value).toString('base64'),
    percent: encodeURIComponent(value),
    'data URL': `data:text/plain;base64,${Buffer.from(value).toString('base64')}`,
  };
  test.each(Object.entries(encoded))('%s', (_name, text) => {
    for (const before of ['x=', 'sig=abcdef0123&v=', 'a=beef b=', 'q=da7a&w=']) {
      const found = createScanner().scan(`${before}${text}\n`);
      expect(found.map(({ category }) => category)).toEqual(['contact.phone']);
    }
  });
  test('but signs that are escaped within words are', () => {
    const text = 'mail zhang=40corp.cn, liu=2Ewei=40corp.com.cn';
    expect(createScanner().scan(text)).toHaveLength(2);
  });
});
