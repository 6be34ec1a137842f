import { start } from './command.ts';

/** Runs a command whose standard output nobody reads; gives the exit code and what it said. */
export async function runUnread(
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly err: string }> {
  const child = start(args);
  child.stdout!.destroy();
  child.stdin!.end();
  let err = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, err: err.split('\u0000')[0] ?? '' };
}
