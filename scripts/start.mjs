/**
 * `npm start [-- PATH…]`: the main job on the examples, or on your own files.
 */
import { resolve } from 'node:path';
import { bundleCommand } from './bundle-command.mjs';
import { root, run } from './workspace.mjs';

// npm runs this in the workspace; paths are meant from where it was called.
const from = process.env.INIT_CWD ?? root;
const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : resolve(from, arg)));

const bundle = await bundleCommand();
process.exitCode = run(process.execPath, ['examples/quickstart/run.mjs', '--cli', bundle, ...args]);
