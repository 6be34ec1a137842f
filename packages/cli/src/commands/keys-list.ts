import { listKeyFile } from '@yushu/encrypt/node';
import { exitCodes } from '../exit-codes.ts';
import { kindOf } from '../files/key-kinds.ts';
import type { KeysListOptions } from '../options/keys-options.ts';
import { alignRows } from '../output/align.ts';
import { printable } from '../output/printable.ts';

/** `yushu keys list --keys K [--format json]`. */
export async function runKeysList(options: KeysListOptions): Promise<number> {
  const listings = await listKeyFile(options.keys);
  if (options.format === 'json') {
    const list = listings.map(({ name, purpose, keys }) => ({ name, kind: kindOf(purpose), keys }));
    process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
    return exitCodes.clean;
  }
  const rows = listings.flatMap(({ name, purpose, keys }) =>
    keys.map((key) => [
      printable(name),
      kindOf(purpose),
      String(key.id),
      key.primary ? `${key.status}, primary` : key.status,
      printable(key.created),
    ]),
  );
  const lines = alignRows(
    [['NAME', 'KIND', 'KEY', 'STATUS', 'CREATED'], ...rows],
    ['left', 'left', 'right', 'left', 'left'],
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.clean;
}
