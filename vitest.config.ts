import { defineConfig } from 'vitest/config';

// `import` and `require` are added by whoever resolves: here, `import` would give ES modules to a require() inside CommonJS.
// `module` leads to files for bundlers, which Node cannot always read.
const conditions = ['@yushu/source', 'node'];

/** Where `.ci/run` wants the outcome of every test file, besides the words on the terminal. */
const report = process.env['YUSHU_TEST_REPORT'];

/** One runner for all packages; tests read the TypeScript sources, so no build is needed. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'benchmarks/test/**/*.test.ts'],
    // What needs a build: `npm run check:packages`.
    exclude: ['**/node_modules/**', 'packages/testkit/test/packages/**'],
    setupFiles: ['packages/testkit/src/setup/no-console.ts'],
    typecheck: {
      enabled: true,
      include: ['packages/*/test/types/**/*.test-d.ts'],
      tsconfig: 'tsconfig.types.json',
      // Errors elsewhere are the word of `npm run typecheck`.
      ignoreSourceErrors: true,
    },
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 300_000,
    ...(report === undefined
      ? {}
      : { reporters: ['default', 'json'], outputFile: { json: report } }),
  },
});
