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
    // TypeScript 6 warns of an option that tsup's declaration build sets by itself.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    ...options,
  });
