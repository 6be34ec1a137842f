import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useCommand } from '../scan/command.ts';

/** The command, and a folder of its own for the tests of a file. */
export function usePlace(): {
  path(name: string): string;
  write(name: string, text: string | Uint8Array): Promise<string>;
  read(name: string): Promise<string>;
} {
  const command = useCommand();
  const path = (name: string) => join(command.folder, name);
  return {
    path,
    async write(name, text) {
      await writeFile(path(name), text);
      return path(name);
    },
    read: (name) => readFile(path(name), 'utf8'),
  };
}
