/**
 * Tells a secret from what only stands in its place: placeholders, variables, words.
 *
 * @module
 */

import { crc32 } from './github-checksum.ts';

/** Shannon entropy in bits a character. */
export function shannonEntropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const placeholderWords =
  /example|placeholder|changeme|change_me|your[-_. ]?|my[-_](?:secret|password|token|key)|dummy|sample|redacted|insert|replace|todo|xxxx|\*\*\*|\.\.\.|<[^>]*>|_here|here_|default|undefined|notset|not[-_]set|fixme|0123456789|12345678901|abcdefghijkl/i;

/** Whether a text is a placeholder: a known word of the kind, or one character again and again. */
export function isPlaceholder(text: string): boolean {
  if (placeholderWords.test(text)) return true;
  return new Set(text.toLowerCase()).size <= Math.min(3, text.length / 4);
}

/** CRC-32 of values that stand in public documentation and samples, and open nothing. */
const knownExamples = new Set<number>([
  0x2b6eff54, 0x6b6cbffe, 0x91a9dc7, 0xba59aba, 0x3627aa84, 0x94bb94f9, 0xffddd189, 0x6159ac90,
  0x7aa120d5, 0x6a4f7820, 0xfbc47221, 0x6b66e8a8, 0x5c298136, 0x6b9463f8, 0x202f468f,
]);

/** Whether a secret is one of the samples that everyone has seen. */
export function isKnownExample(text: string): boolean {
  return knownExamples.has(crc32(text));
}

const nothings = new Set(
  (
    'null none nil undefined true false yes no empty string str text number int boolean bool object required optional ' +
    'password passwd pwd pass secret token key apikey value input hidden type name username user admin id data env ' +
    'enabled disabled on off test default string? any void unknown never self this'
  ).split(' '),
);

/** Whether a text is a reference to something else, or code: `${X}`, `process.env.X`, `getPassword()`, `<token>`, `%s`. */
export function isReference(text: string): boolean {
  return (
    /^(?:\$|<|[({[]|\{\{|\{%|%[({sd]|@\{|#\{|process\.|os\.|env[.[(:]|config\.|self\.|this\.|args\.|options\.|secrets?\.|vault:|ENC\[|ssm:|arn:|ref:|:?[\w:]+:`|!|&|\*|\/\/)/i.test(
      text,
    ) || /[([]\s*\)?;?$|^\w+(?:\.\w+)*\(|\)$|\{\w*\}|\$\{|\$\(|%\w+%|^\[.*\]$|=>/.test(text)
  );
}

/** Whether capitals and small letters come as chance has them: about as many of either, in short runs. In names, capitals begin words. */
export function hasRandomCase(text: string): boolean {
  const capitals = text.replaceAll(/[^A-Z]/g, '').length;
  const small = text.replaceAll(/[^a-z]/g, '').length;
  const letters = capitals + small;
  if (letters < 16 || capitals < small * 0.55 || small < capitals * 0.55) return false;
  return letters / (text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).length < 3.2;
}

/** Whether a text is made of words, as names in code are: `Uint8Array`, `secret-2-levels`, `default_rc`. */
export function looksLikeWords(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length;
  if (digits > 2 || hasRandomCase(text)) return false;
  const chunks = text
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((chunk) => chunk !== '');
  const letters = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (chunks.length === 0 || letters / chunks.length < 3) return false;
  return chunks.every(
    (chunk) =>
      chunk.length < 3 || (/[aeiouy]/i.test(chunk) && !/[bcdfghjklmnpqrstvwxz]{5}/i.test(chunk)),
  );
}

/** Whether a text can be no secret at all. */
export function isNothing(text: string): boolean {
  return nothings.has(text.toLowerCase()) || /^[*.•xX#_-]+$/.test(text) || isReference(text);
}
