import { createKeyFile } from '@yushu/encrypt/node';
import { exitCodes } from '../exit-codes.ts';
import { labelOf, readWantedKeys, templateOf } from '../files/wanted-keys.ts';
import type { KeysNewOptions } from '../options/keys-new-options.ts';

/** `yushu keys new [NAME…] [--policy P] -o FILE`. */
export async function runKeysNew(
  names: readonly string[],
  options: KeysNewOptions,
): Promise<number> {
  const wanted = await readWantedKeys(names, options.policy, 'yushu keys new pii -o keys.json');
  const templates = wanted.map((key) => templateOf(key, options.profile));
  const { kekPath } = await createKeyFile(options.output, templates);
  process.stderr.write(`${options.output}: ${wanted.map(labelOf).join(', ')}\n`);
  if (kekPath !== undefined) {
    process.stderr.write(
      `${kekPath}: the key-encryption key. Move it to where secrets live, and point YUSHU_KEK_FILE to it.\n`,
    );
  }
  return exitCodes.clean;
}
