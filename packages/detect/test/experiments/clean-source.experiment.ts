/**
 * Counts what is found in real source code: the packages that are installed here. Findings are told apart by rules that are written
 * down below, since source code does hold personal data: authors sign it.
 *
 * ```sh
 * node --conditions=@yushu/source --import tsx packages/detect/test/experiments/clean-source.experiment.ts [FOLDER] [MEGABYTES]
 * ```
 *
 * Prints one JSON line: megabytes, findings in each class by category, and false alarms a megabyte. With `--list`, the false alarms
 * too, as path, category and detector without the value.
 *
 * - `author`: names, addresses and accounts of people who sign what they wrote: an e-mail address of a domain that is not reserved; a
 *   name or account within 200 characters of one, of a URL or of a word such as author, license, contributor or ©.
 * - `sample`: data that is there to be seen: values in tests, documentation, type declarations' comments and changelogs; addresses of
 *   reserved domains (RFC 2606) and networks (RFC 1918, 4193, 5737, 3849); addresses and numbers in packages about just those.
 * - `alarm`: all the rest.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@yushu/core';
import { createScanner } from '../../src/index.ts';

type Class = 'author' | 'sample' | 'alarm';

const sourceFile = /\.(?:[cm]?[jt]sx?|json|css|html?|ya?ml|c|h|cc|cpp|py|sh|go|rs|java)$/;
const documentFile = /\.(?:md|txt|markdown|rst)$/i;
const samplePath =
  /(?:^|\/)(?:tests?|testing|__tests__|specs?|examples?|docs?|documentation|fixtures?|benchmarks?|demo)(?:\/|$)|[._](?:tests?|spec|example|bench|benchmark)\.|(?:^|\/)(?:README|CHANGELOG|CHANGES|HISTORY|LICENSE|AUTHORS|CONTRIBUT|SECURITY)/i;
/** Packages whose subject is what is found in them. */
const subjects: Readonly<Record<string, RegExp>> = {
  // Scanners for personal data, with their examples and tests.
  '': /(?:^|\/)(?:@openredaction|@redactpii)\//,
  'network.': /(?:^|\/)(?:ip-address|fast-uri|ipaddr\.js)\//,
  'contact.phone': /(?:^|\/)libphonenumber-js\//,
  // Places of cities.
  'location.geo': /(?:^|\/)moment-timezone\//,
  'secret.password': /(?:^|\/)libphonenumber-js\//,
};
const commentLine = /^\s*(?:\*|\/\/|\/\*|#|<!--|--)/;
const reservedDomain =
  /@(?:[\w.-]+\.)?(?:example\.(?:com|org|net|edu)|(?:e-?mail|test|evil|dummy|foo|bar|domain|host|server|hello|child)\.(?:com|org|net))$|\.(?:example|test|invalid|localhost|local)$/i;
const reservedNetwork =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.|169\.254\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:0?db8:|f[cd]|fe80:|::)/i;
const signature =
  /author|maintain|contribut|licen[cs]e|copyright|©|\(c\)|https?:\/\/|@[\w-]+|created by|written by|\bby\b|github|thanks|credits/i;

function classify(text: string, { category, span }: Finding, path: string): Class {
  const value = text.slice(span.start, span.end);
  if (category === 'contact.email') return reservedDomain.test(value) ? 'sample' : 'author';
  const around = text.slice(Math.max(0, span.start - 200), span.end + 200);
  const isPerson = category === 'person.name' || category === 'person.username';
  if (isPerson && signature.test(around)) return 'author';
  for (const [start, packages] of Object.entries(subjects))
    if (category.startsWith(start) && packages.test(path)) return 'sample';
  if (documentFile.test(path) || samplePath.test(path)) return 'sample';
  if (category.startsWith('network.') && reservedNetwork.test(value)) return 'sample';
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  return commentLine.test(line) ? 'sample' : 'alarm';
}

/** Files in the order of their paths, each content once. */
function* files(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) continue;
    if (entry.isDirectory()) yield* files(path);
    else if (sourceFile.test(entry.name) || documentFile.test(entry.name)) yield path;
  }
}

const args = process.argv.slice(2).filter((arg) => arg !== '--list');
const folder = args[0] ?? fileURLToPath(new URL('../../../../node_modules/.pnpm', import.meta.url));
const most = Number(args[1] ?? 60) * 1_000_000;
const scanner = createScanner();
const counts: Record<Class, Record<string, number>> = { author: {}, sample: {}, alarm: {} };
const list: string[] = [];
const seen = new Set<string>();
let characters = 0;
let alarms = 0;
for (const path of files(folder)) {
  if (characters >= most) break;
  if (statSync(path).size > 4_000_000) continue;
  const text = readFileSync(path, 'utf8');
  const key = `${text.length}:${text.slice(0, 256)}`;
  if (seen.has(key)) continue;
  seen.add(key);
  characters += text.length;
  const name = relative(folder, path);
  // The name of the package's own folder is no sign of a test.
  const inPackage = name.replace(/^.*node_modules\//, '');
  for (const finding of scanner.scan(text)) {
    const of = classify(text, finding, inPackage);
    counts[of][finding.category] = (counts[of][finding.category] ?? 0) + 1;
    if (of !== 'alarm') continue;
    alarms += 1;
    const line = text.slice(0, finding.span.start).split('\n').length;
    list.push(`${name}:${line}\t${finding.category}\t${finding.detector}\t${finding.score}`);
  }
}
if (process.argv.includes('--list')) process.stdout.write(`${list.join('\n')}\n`);
const megabytes = characters / 1_000_000;
process.stdout.write(
  `${JSON.stringify({
    megabytes: Math.round(megabytes * 10) / 10,
    alarmsPerMegabyte: Math.round((alarms / megabytes) * 100) / 100,
    ...counts,
  })}\n`,
);
