import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStreamingAead, generateKeyset } from '@yushu/encrypt';
import { decryptFile, encryptFile, openEncryptedFile } from '@yushu/encrypt/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const failure = (code: string) => expect.objectContaining({ code });
const aead = createStreamingAead(generateKeyset('AES256_GCM_HKDF_1MB'));
const associatedData = new TextEncoder().encode('backup 7');
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yushu-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('file cipher', () => {
  it('gives files of any size back, and reads them anywhere', async () => {
    for (const size of [0, 1, (1 << 20) - 56, 1 << 20, 5_000_000]) {
      const content = randomBytes(size);
      await writeFile(at('plain'), content);
      const seen: number[] = [];
      const overwrite = { associatedData, overwrite: true };
      await encryptFile(at('plain'), at('sealed'), aead, {
        ...overwrite,
        onProgress: (read) => seen.push(read),
      });
      await decryptFile(at('sealed'), at('back'), aead, overwrite);
      expect(digest(await readFile(at('back')))).toBe(digest(content));
      expect(seen.at(-1) ?? 0).toBe(size);
      const file = await openEncryptedFile(at('sealed'), aead, { associatedData });
      const middle = Math.floor(size / 2);
      expect(file.size).toBe(size);
      expect(digest(await file.read(middle, 100_000))).toBe(
        digest(content.subarray(middle, middle + 100_000)),
      );
      await file.close();
    }
    expect((await readdir(folder)).sort()).toEqual(['back', 'plain', 'sealed']);
  });

  it('leaves nothing behind where it fails', async () => {
    await writeFile(at('plain'), randomBytes(3_000_000));
    await encryptFile(at('plain'), at('sealed'), aead, { associatedData });
    await expect(encryptFile(at('plain'), at('sealed'), aead)).rejects.toThrow(
      failure('ERR_ENCRYPT_FILE'),
    );
    await expect(encryptFile(at('none'), at('new'), aead)).rejects.toThrow(
      failure('ERR_ENCRYPT_FILE'),
    );
    await expect(encryptFile(at('plain'), at('no/folder'), aead)).rejects.toThrow(
      failure('ERR_ENCRYPT_FILE'),
    );
    await expect(decryptFile(at('sealed'), at('new'), aead)).rejects.toThrow(
      failure('ERR_ENCRYPT_OPEN'),
    );
    const aborted = { associatedData, signal: AbortSignal.abort() };
    await expect(decryptFile(at('sealed'), at('new'), aead, aborted)).rejects.toThrow(/abort/i);
    // Two of three segments: what came out until then was authentic, and still nothing is there.
    await truncate(at('sealed'), 2 << 20);
    await expect(decryptFile(at('sealed'), at('new'), aead, { associatedData })).rejects.toThrow(
      failure('ERR_ENCRYPT_OPEN'),
    );
    await expect(openEncryptedFile(at('sealed'), aead, { associatedData })).rejects.toThrow(
      failure('ERR_ENCRYPT_OPEN'),
    );
    expect((await readdir(folder)).sort()).toEqual(['plain', 'sealed']);
    await writeFile(at('old'), 'old');
    await expect(
      decryptFile(at('sealed'), at('old'), aead, { associatedData, overwrite: true }),
    ).rejects.toThrow(failure('ERR_ENCRYPT_OPEN'));
    expect(await readFile(at('old'), 'utf8')).toBe('old');
  });
});
