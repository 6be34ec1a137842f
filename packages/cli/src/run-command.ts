import { Command, CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { exitCodes } from './exit-codes.ts';
import { declareAnonymise } from './options/anonymise-options.ts';
import { declareApi } from './options/api-options.ts';
import { declareClassify } from './options/classify-options.ts';
import { declareEvaluate } from './options/evaluate-options.ts';
import { declareDecrypt, declareEncrypt } from './options/file-cipher-options.ts';
import { declareKeys } from './options/keys-options.ts';
import { declareMask } from './options/mask-options.ts';
import { declareProtect } from './options/protect-options.ts';
import { declareReveal } from './options/reveal-options.ts';
import { declareScan } from './options/scan-options.ts';
import { declareWatermark } from './options/watermark-options.ts';
import { reportError } from './report-error.ts';

const writeError = (text: string): void => {
  process.stderr.write(text);
};

/** Each command is imported when it is asked for, so that `--help` is quick. */
function createProgram(end: (code: number) => void): Command {
  const program = new Command('yushu')
    .description(
      '御数: finds sensitive data, protects it by one policy, reveals it to those who may.',
    )
    .version(packageJson.version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeErr: writeError,
      outputError: (text, write) => write(text.replace(/^error: /, 'yushu: ')),
    })
    .showHelpAfterError('  yushu --help tells more.')
    .addHelpText(
      'after',
      '\nExit codes: 0 clean, 1 findings at or above --fail-on (evaluate: below --min-f1), 2 usage, 3 input that could not be read.',
    );
  declareScan(program, async (paths, options) => {
    const { runScan } = await import('./commands/scan.ts');
    end(await runScan(paths, options));
  });
  declareClassify(program, async (paths, options) => {
    const { runClassify } = await import('./commands/classify.ts');
    end(await runClassify(paths, options));
  });
  declareEvaluate(program, async (truth, findings, options) => {
    const { runEvaluate } = await import('./commands/evaluate.ts');
    end(await runEvaluate(truth, findings, options));
  });
  declareProtect(program, async (input, options) => {
    const { runProtect } = await import('./commands/protect.ts');
    end(await runProtect(input, options));
  });
  declareReveal(program, async (input, options) => {
    const { runReveal } = await import('./commands/reveal.ts');
    end(await runReveal(input, options));
  });
  declareMask(program, async (paths, options) => {
    const { runMask } = await import('./commands/mask.ts');
    end(await runMask(paths, options));
  });
  declareAnonymise(program, async (path, options) => {
    const { runAnonymise } = await import('./commands/anonymise.ts');
    end(await runAnonymise(path, options));
  });
  declareKeys(program, {
    new: async (names, options) => {
      const { runKeysNew } = await import('./commands/keys.ts');
      end(await runKeysNew(names, options));
    },
    rotate: async (names, options) => {
      const { runKeysRotate } = await import('./commands/keys-rotate.ts');
      end(await runKeysRotate(names, options));
    },
    list: async (options) => {
      const { runKeysList } = await import('./commands/keys-list.ts');
      end(await runKeysList(options));
    },
    rewrap: async (options) => {
      const { runKeysRewrap } = await import('./commands/keys-rewrap.ts');
      end(await runKeysRewrap(options));
    },
    add: async (names, options) => {
      const { runKeysAdd } = await import('./commands/keys-add.ts');
      end(await runKeysAdd(names, options));
    },
    disable: async (name, id, options) => {
      const { runKeysStatus } = await import('./commands/keys-status.ts');
      end(await runKeysStatus('disabled', name, id, options));
    },
    enable: async (name, id, options) => {
      const { runKeysStatus } = await import('./commands/keys-status.ts');
      end(await runKeysStatus('enabled', name, id, options));
    },
    destroy: async (name, id, options) => {
      const { runKeysDestroy } = await import('./commands/keys-destroy.ts');
      end(await runKeysDestroy(name, id, options));
    },
  });
  declareEncrypt(program, async (path, options) => {
    const { runEncrypt } = await import('./commands/encrypt.ts');
    end(await runEncrypt(path, options));
  });
  declareDecrypt(program, async (path, options) => {
    const { runDecrypt } = await import('./commands/decrypt.ts');
    end(await runDecrypt(path, options));
  });
  declareApi(program, {
    audit: async (spec, options) => {
      const { runApiAudit } = await import('./commands/api-audit.ts');
      end(await runApiAudit(spec, options));
    },
    map: async (spec, options) => {
      const { runApiMap } = await import('./commands/api-tools.ts');
      end(await runApiMap(spec, options));
    },
    fix: async (spec, options) => {
      const { runApiFix } = await import('./commands/api-tools.ts');
      end(await runApiFix(spec, options));
    },
    drift: async (before, after, options) => {
      const { runApiDrift } = await import('./commands/api-tools.ts');
      end(await runApiDrift(before, after, options));
    },
  });
  declareWatermark(program, {
    capacity: async (input, options) => {
      const { runWatermarkCapacity } = await import('./commands/watermark-capacity.ts');
      end(await runWatermarkCapacity(input, options));
    },
    embed: async (input, options) => {
      const { runWatermarkEmbed } = await import('./commands/watermark-embed.ts');
      end(await runWatermarkEmbed(input, options));
    },
    trace: async (input, options) => {
      const { runWatermarkTrace } = await import('./commands/watermark-trace.ts');
      end(await runWatermarkTrace(input, options));
    },
    verify: async (input, options) => {
      const { runWatermarkVerify } = await import('./commands/watermark-verify.ts');
      end(await runWatermarkVerify(input, options));
    },
    clean: async (input, options) => {
      const { runWatermarkClean } = await import('./commands/watermark-clean.ts');
      end(await runWatermarkClean(input, options));
    },
  });
  return program;
}

/**
 * Runs the command with its arguments and gives the exit code: 0 clean, 1 findings at or above `--fail-on`, 2 usage,
 * 3 input that could not be read.
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.clean;
  try {
    await createProgram((ended) => {
      code = ended;
    }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has printed its own message by now; asking for help or the version is no error.
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    return reportError(error, writeError);
  }
}
