/**
 * Paths to fields of documents: `phone`, `address.street`, `tags[]`, `contacts[].phone`.
 *
 * @module
 */
import { encryptError } from '../errors.ts';

/** One step of a path: into a field of a document, or into each element of an array. */
export type PathStep = { readonly name: string } | 'elements';

/** A path, read. */
export interface FieldPath {
  readonly text: string;
  readonly steps: readonly PathStep[];
}

/** A value that a path leads to, and where. */
export interface FoundField {
  /** With positions: `contacts.0.phone`, as MongoDB's `$set` takes it. */
  readonly dotted: string;
  readonly value: unknown;
}

function refuse(problem: string, path: string): Error {
  return encryptError('ERR_ENCRYPT_OPTIONS', `A path is not one: ${problem}`, {
    hint: 'Write address.street for a field of a document, tags[] for each element of an array.',
    details: { path },
  });
}

/** Reads a path. */
export function readPath(text: string): FieldPath {
  const steps = text.split('.').flatMap((part): PathStep[] => {
    const [, name = '', elements = ''] = /^([^[\]$]+)((?:\[\])*)$/.exec(part) ?? [];
    if (name === '') throw refuse('a name is missing, or begins with $ or has brackets', text);
    return [{ name }, ...Array.from({ length: elements.length / 2 }, () => 'elements' as const)];
  });
  return { text, steps };
}

/** Reads paths none of which leads into what another one seals. */
export function readPaths(texts: readonly string[]): FieldPath[] {
  const paths = texts.map(readPath);
  for (const path of paths) {
    const over = paths.find(({ text }) => text !== path.text && isWithin(path.text, text));
    if (over !== undefined) throw refuse('it leads into another one', path.text);
  }
  if (new Set(texts).size !== texts.length) throw refuse('one is given twice', texts.join(', '));
  return paths;
}

function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[]`);
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a document, as opposed to an instance of a BSON type, a date or an array. */
function isDocument(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !('_bsontype' in value || value instanceof Date || ArrayBuffer.isView(value));
}

function misplaced(dotted: string, wanted: string): Error {
  return encryptError('ERR_ENCRYPT_VALUE', `A path leads to something else than ${wanted}`, {
    hint: 'Write [] after the names of arrays, and only there.',
    details: { path: dotted },
  });
}

/** What may change on the way: gives the new value in the place of one that was found. */
export type Change = (found: FoundField) => unknown;

/**
 * A copy of a document in which each value that a path leads to has been changed. Missing and null values stay. Only
 * what is on the way is copied: all else is the same objects.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_VALUE` where there is an array without `[]`, or a value with fields expected.
 */
export function changeAt(document: object, { steps }: FieldPath, change: Change): object {
  const walk = (value: unknown, depth: number, dotted: string): unknown => {
    if (value === undefined || value === null) return value;
    const step = steps[depth];
    if (step === undefined) return change({ dotted, value });
    if (step === 'elements') {
      if (!Array.isArray(value)) throw misplaced(dotted, 'an array');
      return value.map((element, index) => walk(element, depth + 1, `${dotted}.${index}`));
    }
    if (!isDocument(value)) throw misplaced(dotted, 'a document');
    const { name } = step;
    if (!Object.hasOwn(value, name)) return value;
    const next = walk(value[name], depth + 1, dotted === '' ? name : `${dotted}.${name}`);
    // Not by assignment: a field may be called __proto__.
    return Object.fromEntries(
      Object.entries(value).map(([key, old]) => [key, key === name ? next : old]),
    );
  };
  return walk(document, 0, '') as object;
}
