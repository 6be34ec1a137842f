/**
 * Passwords and secrets that are given to a name: `password: "…"`, `API_KEY=…`, `密码：…`.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { isHan, isLetter, isWord } from '../engine/characters.ts';
import { type Detector, reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';
import { classifyKey, wordsOf } from '../lexicon/secret-keys.ts';
import { categoryOfProvider, ownerOf } from '../lexicon/secret-providers.ts';
import { findPrefixedToken, mayBeToken } from './prefixed-token.ts';
import {
  hasRandomCase,
  isKnownExample,
  isNothing,
  isPlaceholder,
  looksLikeWords,
  shannonEntropy,
} from './secret-value.ts';
import { findKeyedConnection } from './url-credentials.ts';

/** Passwords that are given to a name. */
export const passwordDetector: Detector = {
  id: 'assigned-password',
  category: 'secret.password',
  topics: [],
};
const secret: Detector = { id: 'assigned-secret', category: 'secret.generic', topics: [] };

const serviceAccount: Detector = {
  id: 'service-account',
  category: 'secret.google.service_account',
  topics: [],
};

const keyFile = reason('format', 1.2, 'mark of a key file');
const named = reason('cue', 1.6, 'name of a password');
const namedSecret = reason('cue', 0.6, 'name of a secret');
const quoted = reason('format', 0.5, 'in quotes');
const mixed = reason('entropy', 1, 'letters, digits and signs');
const random = reason('entropy', 1.6, 'high entropy');
const wordlike = reason('negative', -1.4, 'plain word');
const prose = reason('negative', -2.5, 'running text');
const code = reason('negative', -1.5, 'name in code');
const dull = reason('entropy', -2.2, 'little entropy');
const example = reason('negative', -4, 'placeholder');
const twoCases = reason('negative', -2, 'hexadecimal in two cases');
const pair = reason('format', 1.2, 'user and password');

const maxValue = 512;

const isQuote = (unit: number): boolean => unit === 0x22 || unit === 0x27 || unit === 0x60;

const hanEndings = new Set(Array.from('码令钥证号是为', (character) => character.charCodeAt(0)));

/** The name that ends before the sign at `sign`, or an empty text. */
function nameBefore(view: TextView, sign: number): string {
  let end = sign;
  // `?=`, `:=`, `::=`, `||:`.
  while (
    sign - end < 3 &&
    (view.at(end - 1) === 0x3f || view.at(end - 1) === 0x3a || view.at(end - 1) === 0x7c)
  )
    end -= 1;
  while (sign - end < 6 && (view.at(end - 1) === 0x20 || view.at(end - 1) === 0x09)) end -= 1;
  while (
    sign - end < 9 &&
    (isQuote(view.at(end - 1)) || view.at(end - 1) === 0x5d || view.at(end - 1) === 0x5c)
  )
    end -= 1;
  let start = end;
  if (isHan(view.at(start - 1))) {
    // 码, 令, 钥, 证, 号, 是, 为, 钥: nothing else ends a name of a secret.
    if (!hanEndings.has(view.at(start - 1))) return '';
    while (end - start < 10 && isHan(view.at(start - 1))) start -= 1;
  } else {
    while (end - start < 64) {
      const unit = view.at(start - 1);
      if (!isWord(unit) && unit !== 0x2d && unit !== 0x2e) break;
      start -= 1;
    }
  }
  return view.slice(start, end);
}

/** The name in `key="…" value=`, `- name: …` and `value:` below, or `"key": "…", "value":`, whose sign is the second. */
function attributeName(view: TextView, sign: number): string | undefined {
  return /(?:key|name)["']?\s*[=:]\s*["']?([\w.-]{2,64})(?:["']?\s+|["']\s*,\s*)["']?value["']?\s*$/i.exec(
    view.slice(Math.max(0, sign - 120), sign),
  )?.[1];
}

/** Behind the scheme of an Authorization header (RFC 9110 section 11.4). */
function skipScheme(view: TextView, at: number): number {
  for (const scheme of ['basic ', 'bearer ', 'token ', 'api-token ', 'apikey ']) {
    if (view.startsWith(scheme, at)) return at + scheme.length;
  }
  return at;
}

/** Whether `ak` or `sk` stands as a name near the other: alone, each may be anything. */
function isKeyPair(view: TextView, sign: number, name: string): boolean {
  if (name.length !== 2) return false;
  const lower = name.toLowerCase();
  if (lower !== 'ak' && lower !== 'sk') return false;
  const around = view.slice(Math.max(0, sign - 200), sign + 200);
  return (lower === 'ak' ? /(?<![\w])sk["']?\s{0,3}[:=]/i : /(?<![\w])ak["']?\s{0,3}[:=]/i).test(
    around,
  );
}

const detectorsOf = new Map<string, Detector>();

/** The detector for a secret of this name: that of the provider, where the name holds one. */
export function secretDetectorOf(name: string): Detector {
  const provider = ownerOf(wordsOf(name));
  if (provider === undefined) return secret;
  const category = categoryOfProvider(provider, name);
  let known = detectorsOf.get(category);
  if (known === undefined) {
    known = { id: 'assigned-secret', category, topics: [] };
    detectorsOf.set(category, known);
  }
  return known;
}

/** Looks for a secret behind the `:` or `=` at `sign`. Returns the end of its value, or -1. */
export function findAssignedSecret(scan: Scan, sign: number): number {
  const { view } = scan;
  let name = nameBefore(view, sign);
  if (name.length < 2) return -1;
  if (name === 'value') name = attributeName(view, sign) ?? name;
  const kind = isKeyPair(view, sign, name) ? 'secret' : classifyKey(name);
  if (kind === 'none') return name === 'type' ? findServiceAccount(scan, sign) : -1;
  // `arn:aws:kms:…`: a part of a name in parts.
  if (view.at(sign) === 0x3a && view.at(sign - name.length - 1) === 0x3a) return -1;
  // The token of a badge is there for everybody to see.
  if (name === 'token' && /badge\.svg\?$/.test(view.slice(sign - 16, sign - 5))) return -1;
  let at = sign + 1;
  // `:=`, `=>`, `==`, `= >`.
  while (at - sign < 4 && (view.at(at) === 0x3d || view.at(at) === 0x3e || view.at(at) === 0x3a))
    at += 1;
  while (at - sign < 12 && (view.at(at) === 0x20 || view.at(at) === 0x09)) at += 1;
  if (view.at(at) === 0x5c) at += 1;
  const quote = isQuote(view.at(at)) ? view.at(at) : 0;
  if (quote !== 0) at += 1;
  if (kind === 'secret' && /authorization$/i.test(name)) at = skipScheme(view, at);
  const end = valueEnd(view, at, quote);
  // A web token is no user and password in base64 (RFC 7617): it is judged by itself.
  if (view.startsWith('basic ', at - 6) && view.startsWith('eyj', at)) return end;
  if (end - at < 4 || end - at >= maxValue) return -1;
  // A type or a call: `secret: Coder<T>`, `token = read()`.
  if (quote === 0 && (view.at(end) === 0x3c || view.at(end) === 0x28)) return end;
  const value = view.slice(at, end);
  // What tells itself by its prefix is found as that.
  if (
    kind === 'secret' &&
    mayBeToken(view.at(at), view.at(at + 1)) &&
    findPrefixedToken(scan, at) === end
  )
    return end;
  // A comparison with no text in quotes compares numbers and names.
  if (quote === 0 && view.at(sign) === 0x3d && view.at(sign + 1) === 0x3d) return end;
  if (quote === 0 && isCode(value, view, sign, end)) return end;
  // `AwsSigner: AWSSigner` gives a thing another name.
  if (value.toLowerCase() === name.replace(/^.*\./, '').toLowerCase()) return end;
  // `"pw:adb:send"` is one text, and no name with its value.
  if (
    quote === 0 &&
    isQuote(view.at(sign - name.length - 1)) &&
    /^[A-Za-z]+(?::[A-Za-z]+)*$/.test(value)
  )
    return end;
  if (
    kind === 'password' &&
    view.at(sign) === 0x3d &&
    quote === 0 &&
    findKeyedConnection(scan, sign)
  )
    return end;
  const reasons =
    kind === 'password' ? weighPassword(value, quote, view, end) : weighSecret(value, quote, name);
  if (reasons !== undefined)
    scan.report(
      kind === 'password'
        ? passwordDetector
        : isSecretOfAws(view, sign, value)
          ? secretDetectorOf('aws_secret_access_key')
          : secretDetectorOf(name),
      at,
      end,
      reasons,
    );
  return end;
}

/** Whether a value of 40 characters stands behind the id of an access key of AWS: a pair of both is one of AWS whatever its names. */
function isSecretOfAws(view: TextView, sign: number, value: string): boolean {
  if (value.length !== 40 || !/^[A-Za-z\d+/]{40}$/.test(value)) return false;
  const before = view.slice(Math.max(0, sign - 120), sign);
  return /(?<![A-Z\d])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z\d])/i.test(before);
}

/** The mark of a key file of a Google service account: `"type": "service_account"`. Its private key is found by itself. */
function findServiceAccount(scan: Scan, sign: number): number {
  const { view } = scan;
  let at = sign + 1;
  while (at - sign < 4 && view.at(at) === 0x20) at += 1;
  if (!isQuote(view.at(at)) || !isQuote(view.at(sign - 1))) return -1;
  if (!view.startsWith('service_account', at + 1) || view.at(at + 16) !== view.at(at)) return -1;
  scan.report(serviceAccount, at + 1, at + 16, [keyFile]);
  return at + 16;
}

/** Whether a bare value is code: operators, calls, comments, dotted names, a number that ends a statement. */
function isCode(value: string, view: TextView, sign: number, end: number): boolean {
  if (
    /\|\||&&|\w={2,3}\w|\?\(|\?\.|^\/\*|[\w)]\?[\w(]+:|\w\[\w*$|^\w+(?:\.\w+)*\[[\w:-]*\]?$|^0x[\dA-Fa-f]{1,8}$|\w[<>]=?\d/.test(
      value,
    )
  )
    return true;
  if (/^[A-Za-z_$]+\d?(?:\.[A-Za-z_$]{3,}\d?)+$/.test(value)) return true;
  // A name with humps and hardly a digit: `AwsSdkSigV4Signer`.
  if (
    /^[A-Za-z_$][\w$]*$/.test(value) &&
    /[a-z][A-Z].*[a-z][A-Z]/.test(value) &&
    value.replaceAll(/\D/g, '').length < 3 &&
    hasLongHumps(value)
  )
    return true;
  const after = view.at(end);
  return view.at(sign) === 0x3d && (after === 0x3b || after === 0x2c) && /^\d{4,6}$/.test(value);
}

/** Whether the parts of a name with humps are words, and no single letters as chance makes them: `AwsSdkSigV4Signer`, not `Xk9mPq2vT`. */
function hasLongHumps(name: string): boolean {
  const parts = name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  const letters = parts.reduce((sum, part) => sum + part.length, 0);
  return letters / parts.length >= 2.6 && !hasRandomCase(name);
}

function valueEnd(view: TextView, from: number, quote: number): number {
  let at = from;
  while (at - from < maxValue) {
    const unit = view.at(at);
    if (unit === 0 || unit === 0x0a || unit === 0x0d) break;
    if (quote === 0) {
      // Full stops and commas of Chinese end a bare value, as spaces and brackets do.
      if (
        unit === 0x20 ||
        unit === 0x09 ||
        unit === 0x2c ||
        unit === 0x3b ||
        unit === 0x22 ||
        unit === 0x27 ||
        unit === 0x3c
      )
        break;
      if (unit === 0x29 || unit === 0x7d || unit === 0x5d || unit === 0x26 || unit > 0x2000) break;
    } else if (unit === quote && view.at(at - 1) !== 0x5c) break;
    else if (unit === 0x5c && view.at(at + 1) === quote) break;
    at += 1;
  }
  if (quote === 0)
    while (at > from && (view.at(at - 1) === 0x2e || isQuote(view.at(at - 1)))) at -= 1;
  return at;
}

/** What speaks for and against a value behind the name of a password; `undefined` where it can be none. */
export function weighPassword(
  value: string,
  quote: number,
  view: TextView,
  end: number,
): Evidence[] | undefined {
  // The working directory has the name of a password in every shell.
  // So does a package with its version: "pbkdf2-password": "1.2.1".
  if (isNothing(value) || /^~?(?:\/[\w.-]+)+\/?$|^[\^~]?\d+\.\d+\.\d+$/.test(value))
    return undefined;
  const reasons: Evidence[] = [named];
  if (quote !== 0) reasons.push(quoted);
  if (isKnownExample(value) || (isPlaceholder(value) && !/^\S*\d{3,}\S*$/.test(value)))
    reasons.push(example);
  const digits = /\d/.test(value);
  const signs = /[^A-Za-z0-9\s]/.test(value);
  const letters = /[A-Za-z]/.test(value);
  if (/\s/.test(value))
    reasons.push(value.split(/\s+/).length > 6 || quote === 0 ? prose : wordlike);
  else if ((digits && (letters || signs)) || (signs && letters && !/^[\w.-]+$/.test(value))) {
    reasons.push(mixed);
  } else if (!digits) reasons.push(wordlike);
  // Bare names behind a colon are types and variables: `password: KDFInput`.
  if (quote === 0 && /^[A-Za-z_][\w.]*$/.test(value) && looksLikeWords(value)) reasons.push(code);
  if (quote === 0 && view.at(end) === 0x20 && isLetter(view.at(end + 1)) && !digits)
    reasons.push(prose);
  return reasons;
}

/** An address without credentials, or a package with its version: `npm:react@18.3.1`. */
const namesSomething = /^\w{2,12}:\/\/[^@]*$|^@?[a-z\d][\w./-]*@[\^~<>=]*\d+(?:\.\d+)*/;

/** What speaks for and against a value behind the name of a secret; `undefined` where it can be none. */
export function weighSecret(value: string, quote: number, name: string): Evidence[] | undefined {
  if (namesSomething.test(value) && !/^\w+:\/\/[^/]*\/.*[\w-]{32}/.test(value)) return undefined;
  if (isNothing(value) || /\s/.test(value) || /[^\x21-\x7e]/.test(value)) return undefined;
  // The file that holds it: `--credentials=/keystore/4711-cache`.
  if (value.length < 96 && /^\/(?:[a-z][\w.-]*\/)+[\w.-]*[a-z][\w.-]*$/.test(value))
    return undefined;
  const reasons: Evidence[] = [namedSecret];
  if (quote !== 0) reasons.push(quoted);
  if (isPlaceholder(value)) reasons.push(example);
  if (/auth|cred|contribsys/i.test(name) && /^[^:/\s]{2,}:[^:/\s]{3,}$/.test(value))
    return [...reasons, pair];
  // Meraki writes its keys in one case.
  if (
    /meraki/i.test(name) &&
    /^[\da-f]{24,}$/i.test(value) &&
    /[a-f]/.test(value) &&
    /[A-F]/.test(value)
  )
    reasons.push(twoCases);
  const entropy = shannonEntropy(value);
  const digits = /\d/.test(value);
  // Names in camelCase without any digit are names, whatever they are made of.
  if (
    quote === 0 &&
    (/^[A-Za-z_$]+$/.test(value) || (/^[A-Za-z_][\w.]*$/.test(value) && looksLikeWords(value)))
  )
    reasons.push(code, dull);
  if (value.length < 8 || (!digits && !/[a-z][A-Z]|[A-Z][a-z]/.test(value))) reasons.push(dull);
  else if (looksLikeWords(value)) reasons.push(wordlike, dull);
  else if (value.length >= 10 && entropy >= (/^[\da-f-]+$/i.test(value) ? 2.6 : 3))
    reasons.push(random);
  else reasons.push(dull);
  return reasons;
}
