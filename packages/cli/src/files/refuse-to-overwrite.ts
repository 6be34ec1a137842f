import { realpath } from 'node:fs/promises';
import { cliError } from '../cli-error.ts';

/**
 * The output must not take the place of what the work needs: a slip of the hand would cost the keys.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE`.
 */
export async function refuseToOverwrite(
  output: string,
  needed: readonly (string | undefined)[],
): Promise<void> {
  if (output === '-') return;
  const target = await realpath(output).catch(() => undefined);
  if (target === undefined) return;
  for (const path of needed) {
    if (path === undefined || (await realpath(path).catch(() => undefined)) !== target) continue;
    throw cliError('ERR_CLI_USAGE', `${output} is needed: it cannot be the output`, {
      hint: 'Give another file to --output.',
    });
  }
}
