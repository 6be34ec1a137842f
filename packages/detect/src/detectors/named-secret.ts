/**
 * Passwords and secrets that stand behind their name without a `:` or `=`: in an element of XML, behind an option of a command, as the
 * second of two arguments, in a line of a settings file.
 *
 * @module
 */
import { isWord } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { classifyKey } from '../lexicon/secret-keys.ts';
import {
  passwordDetector,
  secretDetectorOf,
  weighPassword,
  weighSecret,
} from './assigned-secret.ts';
import { looksLikeWords } from './secret-value.ts';

/** How a value stands behind its name. */
type Form =
  /** `<password>…<`. */
  | 'element'
  /** `--password …`, `requirepass …`, `setPassword("…")`, `PASSWORD '…'`: the name leaves no doubt. */
  | 'option'
  /** `("password", "…")`: texts in quotes of which the second may be anything. */
  | 'argument'
  /** 密码 …, 口令…: said in a sentence. */
  | 'said';

interface Named {
  readonly name: string;
  readonly form: Form;
  /** The unit that ends the value; 0 where a space does. */
  readonly closing: number;
}

const wordy = reason('negative', -3, 'made of words');
const said = reason('negative', -0.4, 'without a sign between');

/** How far back a name may stand, in code units. */
const reach = 80;
const maxValue = 256;

const isQuote = (unit: number): boolean => unit === 0x22 || unit === 0x27 || unit === 0x60;

const isNamePart = (unit: number): boolean => isWord(unit) || unit === 0x2d || unit === 0x2e;

/** Names of settings whose line is the name, a space and the password: Redis, netrc, FTP clients. */
const settings = /(?:^|\n)[ \t]*(?:requirepass|masterauth|sentinel auth-pass \S{1,40})[ \t]+$/i;
/** login bob password …, in one line or three (netrc). */
const netrc = /\blogin\s+\S{1,64}\s+password\s+$/i;
/** `--db-password …`, `-Password …`; ENV NAME …, setx NAME …, `kubectl … --token …`. */
const option = /(?:^|[\s"'])-{1,2}([A-Za-z][\w.-]{1,48})[ \t]+$/;
/** Commands whose password stands behind an option of one letter. */
const command =
  /\b(?:sshpass(?:\s+-v)?\s+-p|redis-cli\b[^\n|;&]{0,60}\s-a|ldap(?:search|add|modify|delete|whoami|passwd)\b[^\n|;&]{0,70}\s-w)\s*$/;
/** `mysql -uroot -p…`: no space stands between. */
const joined = /\b(?:mysql\w*|mariadb[\w-]*)\b[^\n|;&]{0,70}\s-$/;
const declared = /(?:^|\n|&&|;)[ \t]*(?:ENV|ARG|setx|SETX)[ \t]+([A-Za-z_]\w{1,48})[ \t]+$/;
/** Before a text in quotes: `setPassword(`, `PASSWORD `, `IDENTIFIED BY `, `"name", `. */
const setter = /\b(?:set|with|use|add)_?([A-Z]\w{1,40})\(\s*$/;
const statement =
  /\b(?:identified\s+(?:with\s+\S{1,40}\s+)?by|(?:with\s+)?(?:encrypted\s+)?password|convertto-securestring(?:\s+-string)?)\s+$/i;
const pair = /["'`]([\w.-]{2,64})["'`]\s{0,3},\s{0,3}$/;
const element = /<([A-Za-z][\w.:-]{1,48})(?:\s[^<>]{0,40})?>\s{0,3}$/;
const chinese = /(?:密码|口令|密钥|令牌)\s{0,2}$/;

/** The name of the value that begins at `start`, by what stands before it. */
function nameBefore(view: TextView, start: number): Named | undefined {
  const last = view.at(start - 1);
  if (last === 0x3e) return byPattern(view, start, element, 'element', 0x3c);
  if (isQuote(last)) {
    const before = view.slice(Math.max(0, start - 1 - reach), start - 1);
    if (statement.test(before) || command.test(before))
      return { name: 'password', form: 'option', closing: last };
    const found = pair.exec(before);
    if (found !== null) return { name: found[1]!, form: 'argument', closing: last };
    const optioned = setter.exec(before) ?? option.exec(before);
    return optioned === null ? undefined : { name: optioned[1]!, form: 'option', closing: last };
  }
  // 密码Abc123: only what is said has no space behind it.
  if (last >= 0x4e00) {
    const name = view.slice(start - 2, start);
    return chinese.test(name) ? { name, form: 'said', closing: 0 } : undefined;
  }
  if (last !== 0x20 && last !== 0x09) return undefined;
  const before = view.slice(Math.max(0, start - reach), start);
  if (settings.test(before) || netrc.test(before) || command.test(before))
    return { name: 'password', form: 'option', closing: 0 };
  const spoken = chinese.exec(before);
  if (spoken !== null) return { name: spoken[0].trim(), form: 'said', closing: 0 };
  const found = option.exec(before) ?? declared.exec(before);
  return found === null ? undefined : { name: found[1]!, form: 'option', closing: 0 };
}

function byPattern(
  view: TextView,
  start: number,
  pattern: RegExp,
  form: Form,
  closing: number,
): Named | undefined {
  const found = pattern.exec(view.slice(Math.max(0, start - reach), start));
  return found === null ? undefined : { name: found[1]!, form, closing };
}

/** The end of the value: at what closes it, or at the next space or end of a command; -1 where it does not end. */
function valueEnd(view: TextView, start: number, closing: number): number {
  for (let at = start; at - start <= maxValue; at += 1) {
    const unit = view.at(at);
    if (closing === 0) {
      if (
        unit <= 0x20 ||
        unit > 0x2000 ||
        unit === 0x3b ||
        unit === 0x7c ||
        unit === 0x26 ||
        unit === 0x2c
      )
        return at;
      if (isQuote(unit) || unit === 0x3c || unit === 0x29) return at;
    } else if (unit === closing) return at;
    else if (unit === 0 || unit === 0x0a) return -1;
  }
  return -1;
}

const saysSecret = /key|secret|token|pass|pwd|cred|auth|(?:^|[._-])[as]k$/i;

/** Whether a text is words and some digits: `sha256`, `oauth2client`, `base64encoded`. */
const isWordy = (text: string): boolean => looksLikeWords(text.replaceAll(/\d+/g, ' '));

/** Looks for a password behind the p of `-p…`, where the word begins with that. */
function findJoined(scan: Scan, start: number): void {
  const { view } = scan;
  if (view.at(start) !== 0x70 || !joined.test(view.slice(Math.max(0, start - reach), start)))
    return;
  const from = start + 1;
  const end = valueEnd(view, from, 0);
  const reasons = end - from < 6 ? undefined : weighPassword(view.slice(from, end), 1, view, end);
  if (reasons !== undefined) scan.report(passwordDetector, from, end, reasons);
}

/** Whether the word before the space before `start` is an option, or declared: most words are given up here. */
function mayBeOption(view: TextView, start: number): boolean {
  let at = start - 1;
  while (start - at < 6 && (view.at(at) === 0x20 || view.at(at) === 0x09)) at -= 1;
  const end = at;
  while (end - at < 50 && isNamePart(view.at(at))) at -= 1;
  if (view.at(at + 1) === 0x2d) return true;
  // ENV, ARG, setx.
  const last = view.at(at - 1) | 0x20;
  return view.at(at) === 0x20 && (last === 0x76 || last === 0x67 || last === 0x78);
}

/**
 * Looks for a secret that begins with the word or number at `start`.
 *
 * @param isCued - whether a cue of any kind stands directly before it.
 */
export function findNamedSecret(scan: Scan, start: number, isCued: boolean): void {
  const { view } = scan;
  const last = view.at(start - 1);
  if (!isCued && (last === 0x20 || last === 0x09) && !mayBeOption(view, start)) return;
  if (last === 0x2d) {
    findJoined(scan, start);
    return;
  }
  const named = nameBefore(view, start);
  if (named === undefined) return;
  const { name, form, closing } = named;
  const kind = classifyKey(name);
  if (kind === 'none') return;
  // Of two texts side by side the first must say more than whose it is.
  if (form === 'argument' && !saysSecret.test(name)) return;
  const end = valueEnd(view, start, closing);
  if (end - start < 6) return;
  const value = view.slice(start, end);
  if (/\s/.test(value)) return;
  // What is said in a sentence, or is one of several texts in quotes, must look like a password by itself.
  const isMixed = /\d/.test(value) && /[A-Za-z]/.test(value);
  if ((form === 'said' || form === 'argument') && !isMixed) return;
  const reasons =
    kind === 'password' ? weighPassword(value, 1, view, end) : weighSecret(value, 1, name);
  if (reasons === undefined) return;
  const detector: Detector = kind === 'password' ? passwordDetector : secretDetectorOf(name);
  const isDoubtful = form === 'argument' && isWordy(value);
  const more = isDoubtful ? [wordy] : form === 'said' ? [said] : [];
  scan.report(detector, start, end, [...reasons, ...more]);
}
