/**
 * Which tests have a process of their own. All others share processes and the modules in them, so that what a file imports is loaded and
 * compiled once for each process.
 *
 * @module
 */

/**
 * Files, and folders with a `/` at the end, of tests that start processes, put other modules or globals in their place, or measure what
 * the process takes.
 */
export const testsApart: readonly string[] = [
  'benchmarks/test/',
  'packages/api-security/test/unit/observe/observer.test.ts',
  'packages/cli/test/',
  'packages/encrypt/test/integration/',
  'packages/encrypt/test/unit/insecure-decrypt-pbes2.test.ts',
  'packages/gm/test/unit/sm2-redraws.test.ts',
  'packages/gm/test/unit/vectors-anywhere.test.ts',
  'packages/testkit/test/',
  'packages/watermark/test/screen/screen-mark.test.ts',
];

/** What a test says that may not share its process: the next file would find what it left. */
export const needsOwnProcess =
  /\bvi\.(?:(?:do)?mock|resetModules|stub\w+|useFakeTimers)\(|\bprocess\.(?:memoryUsage|chdir|umask)\(|\bglobalThis(?:\.\w+|\[[^\]]+\]) = |\bdefineProperty\(globalThis\b|\bassign\(globalThis\b/;

/** Whether a test file, given from the root, has a process of its own. */
export function runsApart(file: string): boolean {
  return testsApart.some((one) => (one.endsWith('/') ? file.startsWith(one) : file === one));
}
