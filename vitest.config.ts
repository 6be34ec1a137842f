import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { testsApart } from './packages/testkit/src/setup/tests-apart.ts';

// `import` and `require` are added by whoever resolves: here, `import` would give ES modules to a require() inside CommonJS.
// `module` leads to files for bundlers, which Node cannot always read.
const conditions = ['@yushu/source', 'node'];

/** Where `.ci/run` wants the outcome of every test file, besides the words on the terminal. */
const report = process.env['YUSHU_TEST_REPORT'];

/** Files, separated by commas, that are left out: `.ci/run` names what a stage of its own proves already. */
const provenElsewhere = process.env['YUSHU_TEST_EXCLUDE']?.split(',') ?? [];

/** Every test, as far as it needs no build. */
const all = ['packages/*/test/**/*.test.ts', 'benchmarks/test/**/*.test.ts'];
const apart = testsApart.map((one) => (one.endsWith('/') ? `${one}**/*.test.ts` : one));

/** What needs a build: `npm run check:packages`. */
const built = ['**/node_modules/**', 'packages/testkit/test/packages/**'];
const exclude = [...built, ...provenElsewhere];

/**
 * First the files that take a process each, then all that share one: a process goes on only with the next file in the row, and short
 * files at the end keep both processors busy.
 */
class ApartFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isShared = ({ project }: TestSpecification) => (project.config.isolate ? 0 : 1);
    return sorted.sort((one, other) => isShared(one) - isShared(other));
  }
}

/** One runner for all packages; tests read the TypeScript sources, so no build is needed. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    setupFiles: ['packages/testkit/src/setup/no-console.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 300_000,
    sequence: { sequencer: ApartFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: all,
          exclude: [...exclude, ...apart],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: apart,
          exclude,
          typecheck: {
            enabled: true,
            include: ['packages/*/test/types/**/*.test-d.ts'],
            exclude,
            tsconfig: 'tsconfig.types.json',
            // Errors elsewhere are the word of `npm run typecheck`.
            ignoreSourceErrors: true,
          },
        },
      },
    ],
    ...(report === undefined
      ? {}
      : { reporters: ['default', 'json'], outputFile: { json: report } }),
  },
});
