/**
 * The main job, with the real command: find, protect, reveal, report. `npm start [-- PATH…]` runs it.
 *
 * `node examples/quickstart/run.mjs --cli PATH_OF_COMMAND [PATH…]`
 */
import { mkdirSync, rmSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Command, inRoot, out, root } from './command.mjs';
import { findAndReport } from './find-and-report.mjs';
import { protectAndReveal, sampleCommands } from './protect-and-reveal.mjs';
import { bold, dim, red, say } from './terminal.mjs';

const { values, positionals } = parseArgs({
  options: { cli: { type: 'string' } },
  allowPositionals: true,
});
if (values.cli === undefined) {
  say(`${red('✗')} Say where the command is with --cli, or run: npm start`);
  process.exit(2);
}

// As a person would type them: relative where that is shorter.
const shorten = (path) => {
  const near = relative(root, path).split(sep).join('/');
  return near === '' ? '.' : near.startsWith('../') ? path : near;
};
const sample = positionals.length === 0;
const paths = sample ? ['examples/data'] : positionals.map(shorten);

rmSync(inRoot(out), { recursive: true, force: true });
mkdirSync(inRoot(out), { recursive: true });

const yushu = new Command(values.cli);
// Beside the scan: what it finds does not matter to them.
if (sample) yushu.begin(sampleCommands);
say(`${bold('御数 Yushu')} ${dim(`· find, protect, reveal: ${paths.join(' ')}`)}`);
const found = await findAndReport(yushu, paths, sample);
const revealed = await protectAndReveal(yushu, found, sample);

say(`\n${bold('Report')}  ${pathToFileURL(inRoot(`${out}/report.html`)).href}`);
if (sample) say(dim('Your own files: npm start -- PATH…'));
// As the command itself: 3 where input could not be read.
process.exitCode = found.failed || revealed.failed ? 1 : found.unreadable ? 3 : 0;
