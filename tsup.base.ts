import { defineConfig, type Options } from 'tsup';

/** What every published package is built with: ESM and CommonJS with types, one shared copy of each class. */
export const base = (entry: Record<string, string>, options: Options = {}) =>
  defineConfig({
    entry,
    format: ['esm', 'cjs'],
    target: 'node20.19',
    platform: 'neutral',
    // Without it CommonJS entries would each carry their own copy of the error class.
    splitting: true,
    sourcemap: true,
    clean: true,
    treeshake: true,
    // Chinese words as they are: escapes take twice the room.
    esbuildOptions: (build) => {
      build.charset = 'utf8';
    },
    dts: {
      compilerOptions: {
        // TypeScript 6 warns of an option that tsup's declaration build sets by itself.
        ignoreDeprecations: '6.0',
        // Types are checked once, over the whole workspace, by `npm run typecheck`; here they are only written down.
        noCheck: true,
      },
    },
    ...options,
  });
