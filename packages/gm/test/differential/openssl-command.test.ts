import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRandom } from '@yushu/core';
import {
  decryptSm2,
  encryptSm2,
  exportSm2PrivateKey,
  exportSm2PublicKey,
  generateSm2KeyPair,
  importSm2PrivateKey,
  importSm2PublicKey,
  signSm2,
  verifySm2,
} from '@yushu/gm/sm2';
import { sm3 } from '@yushu/gm/sm3';
import { createSm4Cbc, createSm4Ctr } from '@yushu/gm/sm4';
import { afterAll, describe, expect, it } from 'vitest';
import { toHex } from '../ledger/read-vectors.ts';

const folder = mkdtempSync(join(tmpdir(), 'gm-openssl-'));
const openssl = (...args: string[]): Buffer =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
const write = (name: string, data: string | Uint8Array) => writeFileSync(join(folder, name), data);
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

/** Why the command cannot be asked here, or undefined. It stands in the name of what is skipped. */
function findObstacle(): string | undefined {
  try {
    openssl('genpkey', '-algorithm', 'SM2', '-out', 'probe.pem');
    return undefined;
  } catch {
    return 'no openssl command with SM2 on this machine';
  }
}
const obstacle = findObstacle();

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(obstacle)(`the openssl command${obstacle ? `: ${obstacle}` : ''}`, () => {
  const message = systemRandom(1000);
  write('message', message);

  it('hashes the same', () => {
    const printed = openssl('dgst', '-sm3', '-r', 'message').toString();
    expect(printed.split(' ')[0]).toBe(toHex(sm3(message)));
  });

  it.each(['cbc', 'ctr'] as const)('encrypts and decrypts SM4-%s', (mode) => {
    const key = systemRandom(16);
    const iv = systemRandom(16);
    const cipher = mode === 'cbc' ? createSm4Cbc(key) : createSm4Ctr(key);
    const keys = ['-K', toHex(key), '-iv', toHex(iv)];
    openssl('enc', `-sm4-${mode}`, ...keys, '-in', 'message', '-out', 'theirs');
    expect(toHex(cipher.decryptWithIv(iv, read('theirs')))).toBe(toHex(message));
    write('ours', cipher.encryptWithIv(iv, message));
    openssl('enc', '-d', `-sm4-${mode}`, ...keys, '-in', 'ours', '-out', 'decrypted');
    expect(toHex(read('decrypted'))).toBe(toHex(message));
  });

  it('reads our keys and writes keys that we read', () => {
    const { privateKey, publicKey } = generateSm2KeyPair();
    for (const format of ['pem', 'sec1-pem'] as const) {
      write('key.pem', exportSm2PrivateKey(format, privateKey));
      const pem = openssl('pkey', '-in', 'key.pem', '-pubout').toString();
      expect(pem).toBe(exportSm2PublicKey('pem', publicKey));
    }
    write('key.der', exportSm2PrivateKey('pkcs8', privateKey));
    openssl('pkey', '-inform', 'DER', '-in', 'key.der', '-check', '-noout');

    openssl('genpkey', '-algorithm', 'SM2', '-out', 'theirs.pem');
    const theirs = importSm2PrivateKey('pem', Buffer.from(read('theirs.pem')).toString());
    const pem = openssl('pkey', '-in', 'theirs.pem', '-pubout').toString();
    expect(exportSm2PublicKey('pem', theirs.publicKey)).toBe(pem);
    const spki = openssl('pkey', '-in', 'theirs.pem', '-pubout', '-outform', 'DER');
    expect(exportSm2PublicKey('hex', importSm2PublicKey('spki', spki))).toBe(
      exportSm2PublicKey('hex', theirs.publicKey),
    );
    // With a block of parameters in front of it.
    const both = openssl('ecparam', '-name', 'SM2', '-genkey').toString();
    expect(both).toContain('SM2 PARAMETERS');
    write('both.pem', both);
    const own = importSm2PrivateKey('pem', both).publicKey;
    expect(exportSm2PublicKey('pem', own)).toBe(
      openssl('pkey', '-in', 'both.pem', '-pubout').toString(),
    );
  });

  it('verifies our signatures and signs what we verify', () => {
    const { privateKey, publicKey } = generateSm2KeyPair();
    write('key.pem', exportSm2PrivateKey('pem', privateKey));
    write('public.pem', exportSm2PublicKey('pem', publicKey));
    for (const userId of ['1234567812345678', 'alice@example.com']) {
      const options = ['-rawin', '-digest', 'sm3', '-pkeyopt', `distid:${userId}`];
      const files = ['-in', 'message', '-sigfile', 'signature'];
      write('signature', signSm2(privateKey, message, { userId }));
      const verified = openssl(
        ...['pkeyutl', '-verify', '-pubin', '-inkey', 'public.pem', ...files, ...options],
      );
      expect(verified.toString()).toContain('Signature Verified Successfully');

      openssl(
        ...['pkeyutl', '-sign', '-inkey', 'key.pem', '-in', 'message', '-out', 'theirs'],
        ...options,
      );
      const theirs = read('theirs');
      expect(verifySm2(publicKey, message, theirs, { userId })).toBe(true);
      expect(verifySm2(publicKey, message, theirs, { userId: 'bob' })).toBe(false);
    }
  });

  it('decrypts what we encrypt as ASN.1 and encrypts what we decrypt', () => {
    const { privateKey, publicKey } = generateSm2KeyPair();
    write('key.pem', exportSm2PrivateKey('pem', privateKey));
    write('public.pem', exportSm2PublicKey('pem', publicKey));
    for (let round = 0; round < 8; round++) {
      const text = systemRandom(1 + 13 * round);
      write('text', text);
      write('ours', encryptSm2(publicKey, text, { form: 'asn1' }));
      openssl('pkeyutl', '-decrypt', '-inkey', 'key.pem', '-in', 'ours', '-out', 'opened');
      expect(toHex(read('opened'))).toBe(toHex(text));
      openssl(
        ...['pkeyutl', '-encrypt', '-pubin', '-inkey', 'public.pem'],
        ...['-in', 'text', '-out', 'theirs'],
      );
      expect(toHex(decryptSm2(privateKey, read('theirs'), { form: 'asn1' }))).toBe(toHex(text));
    }
  });
});
