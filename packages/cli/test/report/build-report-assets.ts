import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../../src/report/page/', import.meta.url));

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${folder}${entry}`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    // Browsers of 2021 and later; a report is opened by whoever gets it.
    target: ['chrome90', 'firefox90', 'safari15'],
    charset: 'utf8',
    legalComments: 'none',
  });
  return outputFiles[0]!.text.trim();
}

/** The module that holds the page's script and style as texts, as it is checked in. */
export async function buildReportAssets(): Promise<string> {
  const [script, style] = [await bundle('main.ts'), await bundle('page.css')];
  // Neither may end its element; esbuild writes `<\\/script` by itself, and nothing here needs it.
  if (/<\/(?:script|style)|<!--/i.test(script + style))
    throw new Error('Assets would end their element');
  return `/**
 * The script and the style of the report's page, bundled from \`src/report/page\`. Made anew by
 * \`npx vitest run packages/cli/test/report/report-assets.test.ts -u\`; the same test fails while this file is not current.
 *
 * @module
 */

/** The script, for one \`script\` element. */
export const reportScript = ${JSON.stringify(script)};

/** The style, for one \`style\` element. */
export const reportStyle = ${JSON.stringify(style)};
`;
}
