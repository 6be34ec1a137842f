import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Checks of the built and packed packages: `npm run check:packages`, which builds first. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['packages/testkit/test/packages/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    typecheck: { enabled: false },
  },
});
