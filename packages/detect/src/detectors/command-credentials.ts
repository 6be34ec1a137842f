/**
 * Credentials in the arguments of a command: `curl -u user:password`.
 *
 * @module
 */
import { isSpace } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import { isNothing, isPlaceholder } from './secret-value.ts';

const detector: Detector = { id: 'command-credentials', category: 'secret.password', topics: [] };
const pair = reason('format', 1.6, 'user and password of a command');
const example = reason('negative', -4, 'placeholder');

/** How far before the option the command may stand. */
const reach = 240;

/** Commands that take a user with -u and a password with -p. */
const logins =
  /\b(?:mysql\w*|mariadb\w*|mongo\w*|clickhouse-client|(?:docker|podman|nerdctl|helm registry|crane auth|oc|argocd|cf) login)\b[^\n|;&]*$/;
const passwordOption =
  /^[^\n|;&]*?\s-p[ =]?(?:"([^"\n]{4,64})"|'([^'\n]{4,64})'|([^\s'"|;&]{4,64}))/;

/** A password behind -p, in the arguments that follow those of the user. */
function findPasswordOption(scan: Scan, from: number): void {
  const match = passwordOption.exec(scan.view.slice(from, from + 160));
  if (match === null) return;
  const password = match[1] ?? match[2] ?? match[3]!;
  if (isNothing(password) || /^-/.test(password)) return;
  const isQuoted = match[3] === undefined;
  const end = from + match[0].length - (isQuoted ? 1 : 0);
  const start = end - password.length;
  const isWord = /^[a-z]+$/i.test(password) || isPlaceholder(password);
  scan.report(detector, start, end, isWord ? [pair, example] : [pair]);
}

/** Looks for a password behind the option whose name ends at `optionEnd`, where the command before it is curl. */
export function findCommandCredentials(scan: Scan, option: number, optionEnd: number): void {
  const { view } = scan;
  const before = view.slice(option - reach, option);
  if (logins.test(before)) findPasswordOption(scan, optionEnd);
  if (!/\bcurl\b/.test(before)) return;
  let at = optionEnd;
  while (at - optionEnd < 4 && (isSpace(view.at(at)) || view.at(at) === 0x3d)) at += 1;
  if (at === optionEnd) return;
  const text = view.slice(at, at + 160);
  const match = /^(?:"([^"\n]*)"|'([^'\n]*)'|(\S+))/.exec(text);
  if (match === null) return;
  const quoted = match[1] ?? match[2];
  // user:'password' has its quotes within the word.
  const value = quoted ?? match[3]!.replace(/(["'])$/, '');
  const colon = value.indexOf(':');
  if (colon < 0) return;
  let from = colon + 1;
  if (value[from] === "'" || value[from] === '"') from += 1;
  const password = value.slice(from);
  if (password.length < 6) return;
  const start = at + (quoted === undefined ? 0 : 1) + from;
  const user = value.slice(0, colon);
  const sample = isPlaceholder(password) || /^(?:user(?:name)?|<.*|\$.*)$/i.test(user);
  if (isNothing(password)) return;
  scan.report(detector, start, start + password.length, sample ? [pair, example] : [pair]);
}
