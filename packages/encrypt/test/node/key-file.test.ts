import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFieldCipher } from '@yushu/encrypt';
import {
  createKeyFile,
  findKek,
  generateKek,
  insecureKekText,
  listKeyFile,
  openKeyFile,
  parseKek,
  rotateNamedKeyset,
  writeKekFile,
  writeKeyFile,
} from '@yushu/encrypt/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const failure = (code: string) => expect.objectContaining({ code });
const env = {};
const wanted = [
  { name: 'pii', template: 'AES256_GCM' },
  { name: 'pii', template: 'AES256_FPE' },
  { name: 'ids', template: 'HMAC_SHA256_PRF' },
] as const;

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yushu-keys-'));
  path = join(folder, 'keys.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('key files', () => {
  it('are made with a KEK beside them, both for their owner only', async () => {
    const made = await createKeyFile(path, wanted, { env });
    expect(made.kekPath).toBe(`${path}.kek`);
    expect((await readdir(folder)).sort()).toEqual(['keys.json', 'keys.json.kek']);
    for (const file of [path, `${path}.kek`]) expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { provider, warnings } = await openKeyFile(path, { env });
    expect(warnings).toEqual([]);
    const cipher = createFieldCipher(await provider.aead('pii'));
    expect(cipher.open(cipher.seal('x', {}), {})).toBe('x');
    expect((await provider.blockCipherKey('pii')).bytes.length).toBe(32);
    expect((await provider.prf('ids')).compute(new Uint8Array(1), 32).length).toBe(32);
    await expect(provider.prf('pii')).rejects.toThrow(failure('ERR_ENCRYPT_KEY_NOT_FOUND'));
    await expect(provider.aead('nobody')).rejects.toThrow(failure('ERR_ENCRYPT_KEY_NOT_FOUND'));
    await expect(provider.aead('__proto__')).rejects.toThrow(failure('ERR_ENCRYPT_KEY_NOT_FOUND'));
    expect(await provider.aead('pii')).toBe(await provider.aead('pii'));
    await expect(provider.aead('pii', { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('overwrite nothing', async () => {
    await createKeyFile(path, wanted, { env });
    const before = [await readFile(path), await readFile(`${path}.kek`)];
    await expect(createKeyFile(path, wanted, { env })).rejects.toThrow(
      failure('ERR_ENCRYPT_KEY_FILE'),
    );
    await expect(writeKekFile(`${path}.kek`, generateKek())).rejects.toThrow(
      failure('ERR_ENCRYPT_KEY_FILE'),
    );
    await expect(writeKeyFile(path, [], generateKek())).rejects.toThrow(
      failure('ERR_ENCRYPT_KEY_FILE'),
    );
    expect([await readFile(path), await readFile(`${path}.kek`)]).toEqual(before);
    // A KEK without its key file could still be the only key to a copy of it.
    await rm(path);
    await expect(createKeyFile(path, wanted, { env })).rejects.toThrow(
      failure('ERR_ENCRYPT_KEY_FILE'),
    );
    expect(await readdir(folder)).toEqual(['keys.json.kek']);
  });

  it('leave no KEK behind where the key file cannot be written', async () => {
    const twice = [wanted[0], wanted[0]];
    await expect(createKeyFile(path, twice, { env })).rejects.toThrow(
      failure('ERR_ENCRYPT_KEY_FILE'),
    );
    expect(await readdir(folder)).toEqual([]);
    await expect(createKeyFile(join(folder, 'no', 'k'), wanted, { env })).rejects.toThrow(
      failure('ERR_ENCRYPT_KEY_FILE'),
    );
  });

  it('take the KEK from YUSHU_KEK or the file of YUSHU_KEK_FILE, and make none then', async () => {
    const kek = generateKek();
    const inline = { YUSHU_KEK: insecureKekText(kek) };
    const made = await createKeyFile(path, wanted, { env: inline });
    expect(made.kekPath).toBeUndefined();
    expect(await readdir(folder)).toEqual(['keys.json']);
    await expect(openKeyFile(path, { env })).rejects.toThrow(failure('ERR_ENCRYPT_KEK'));
    expect((await openKeyFile(path, { env: inline })).keysets.length).toBe(3);
    const elsewhere = join(folder, 'secret');
    await writeFile(elsewhere, `${insecureKekText(kek)}\n`);
    await chmod(elsewhere, 0o644);
    const opened = await openKeyFile(path, { env: { YUSHU_KEK_FILE: elsewhere } });
    expect(opened.warnings).toEqual([`${elsewhere} can be read by others: chmod 600 it.`]);
    await expect(openKeyFile(path, { env: { YUSHU_KEK: 'ykek1.short' } })).rejects.toThrow(
      failure('ERR_ENCRYPT_KEK'),
    );
    const other = { YUSHU_KEK: insecureKekText(generateKek()) };
    await expect(openKeyFile(path, { env: other })).rejects.toThrow(failure('ERR_ENCRYPT_KEK'));
    expect((await findKek('x', { env: inline })).source).toBe('YUSHU_KEK');
  });

  it('hold no key in the clear and can be listed without the KEK', async () => {
    const made = await createKeyFile(path, wanted, { env, clock: () => 0 });
    await rm(`${path}.kek`);
    expect(await listKeyFile(path)).toEqual(
      wanted.map(({ name, template }, index) => ({
        name,
        purpose: ['aead', 'fpe', 'prf'][index],
        keys: [
          {
            id: made.keysets[index]?.keyset.primaryId,
            status: 'enabled',
            primary: true,
            created: '1970-01-01T00:00:00.000Z',
            template,
          },
        ],
      })),
    );
  });

  it('rotate and rewrap', async () => {
    const made = await createKeyFile(path, wanted, { env });
    const before = createFieldCipher(await (await openKeyFile(path, { env })).provider.aead('pii'));
    const sealed = before.seal('old', {});
    const kek = generateKek();
    await writeKeyFile(
      path,
      made.keysets.map((entry) => rotateNamedKeyset(entry)),
      kek,
      {
        overwrite: true,
      },
    );
    await expect(openKeyFile(path, { env })).rejects.toThrow(failure('ERR_ENCRYPT_KEK'));
    const { provider, keysets } = await openKeyFile(path, { kek });
    expect(keysets.map(({ keys }) => keys.map((key) => key.primary))).toEqual([
      [false, true],
      [false, true],
      [false, true],
    ]);
    const after = createFieldCipher(await provider.aead('pii'));
    expect(after.open(sealed, {})).toBe('old');
    expect(after.keyId).not.toBe(before.keyId);
  });

  it('refuse what has been changed, without a word of why', async () => {
    await createKeyFile(path, wanted, { env });
    const file = JSON.parse(await readFile(path, 'utf8'));
    const write = (document: unknown) => writeFile(path, JSON.stringify(document));
    const swapped = structuredClone(file);
    [swapped.keysets[0].keyset, swapped.keysets[2].keyset] = [
      file.keysets[2].keyset,
      file.keysets[0].keyset,
    ];
    await write(swapped);
    await expect(openKeyFile(path, { env })).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    const renamed = structuredClone(file);
    renamed.keysets[2].name = 'other';
    await write(renamed);
    await expect(openKeyFile(path, { env })).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    for (const broken of [
      '',
      '[]',
      'null',
      '{"format":"yushu-keys"}',
      { ...file, version: 2 },
      { ...file, keysets: {} },
      { ...file, keysets: [1] },
      { ...file, keysets: [{ ...file.keysets[0], purpose: 'x' }] },
      { ...file, keysets: [{ ...file.keysets[0], name: '' }] },
      { ...file, keysets: [{ ...file.keysets[0], keys: [{}] }] },
    ]) {
      await writeFile(path, typeof broken === 'string' ? broken : JSON.stringify(broken));
      await expect(openKeyFile(path, { env })).rejects.toThrow(failure('ERR_ENCRYPT_KEY_FILE'));
    }
    await expect(openKeyFile(folder, { env })).rejects.toThrow(failure('ERR_ENCRYPT_KEY_FILE'));
    await expect(openKeyFile(join(folder, 'none'), { env })).rejects.toThrow(
      failure('ERR_ENCRYPT_KEY_FILE'),
    );
  });

  it('show no KEK when it is printed', async () => {
    const { inspect } = await import('node:util');
    const kek = generateKek();
    const secret = insecureKekText(kek).slice(6, 20);
    expect(inspect(kek, { depth: 9 }) + JSON.stringify(kek)).not.toContain(secret);
    expect(parseKek(` ${insecureKekText(kek)}\n`).id).toBe(kek.id);
  });
});
