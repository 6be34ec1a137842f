import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

const { projects: _, ...options } = base.test!;

/** Checks of the built and packed packages: `npm run check:packages`, which builds first. */
export default defineConfig({
  ...base,
  test: {
    ...options,
    include: ['packages/testkit/test/packages/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
  },
});
