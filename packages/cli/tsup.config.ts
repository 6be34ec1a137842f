import { defineConfig } from 'tsup';

/**
 * The command: ES modules only, one chunk for each thing that is loaded when it is asked for. What package.json names as a
 * dependency is installed beside it and not bundled, so that a mended package mends the command too.
 */
export default defineConfig({
  entry: { main: 'src/main.ts' },
  format: 'esm',
  target: 'node20.19',
  platform: 'node',
  splitting: true,
  sourcemap: true,
  clean: true,
  treeshake: true,
});
