import { appendPointer } from '../json-pointer.ts';
import { type Action, type ActionKind, contextParts, fpeFormats } from './action.ts';
import type { ReportProblem } from './policy-problem.ts';
import { readChoice, readCount, readObject, readText } from './read-document.ts';

const bareKinds = ['allow', 'block', 'redact'] as const;

const defaultMask = { keepFirst: 0, keepLast: 0, with: '*' } as const;

type Fields = Readonly<Record<string, unknown>>;
type Reader = (fields: Fields, pointer: string, report: ReportProblem) => Action | undefined;

/** For each kind that takes parameters, the keys it knows and how it is read. */
const kinds: Readonly<
  Record<Exclude<ActionKind, 'allow' | 'block'>, { keys: readonly string[]; read: Reader }>
> = {
  redact: {
    keys: ['with'],
    read: (fields, pointer, report) => {
      if (fields['with'] === undefined) return { kind: 'redact' };
      const text = readText(fields['with'], `${pointer}/with`, report);
      return text === undefined ? undefined : { kind: 'redact', with: text };
    },
  },
  mask: {
    keys: ['keepFirst', 'keepLast', 'with'],
    read: (fields, pointer, report) => {
      const given = { ...defaultMask, ...fields };
      const keepFirst = readCount(given.keepFirst, `${pointer}/keepFirst`, report);
      const keepLast = readCount(given.keepLast, `${pointer}/keepLast`, report);
      const cover = readText(given.with, `${pointer}/with`, report);
      if (keepFirst === undefined || keepLast === undefined || cover === undefined)
        return undefined;
      return { kind: 'mask', keepFirst, keepLast, with: cover };
    },
  },
  replace: {
    keys: ['with'],
    read: (fields, pointer, report) => {
      const text = fields['with'];
      if (typeof text === 'string') return { kind: 'replace', with: text };
      return report(`${pointer}/with`, 'must be a text', ['a text']);
    },
  },
  pseudonym: {
    keys: ['key'],
    read: (fields, pointer, report) => {
      const key = readText(fields['key'], `${pointer}/key`, report);
      return key === undefined ? undefined : { kind: 'pseudonym', key };
    },
  },
  encrypt: {
    keys: ['key', 'context'],
    read: (fields, pointer, report) => {
      const key = readText(fields['key'], `${pointer}/key`, report);
      const context = fields['context'] ?? [];
      if (!Array.isArray(context)) {
        return report(`${pointer}/context`, 'must be a list', contextParts);
      }
      const parts = context.map((part, index) =>
        readChoice(part, `${pointer}/context/${index}`, contextParts, report),
      );
      const known = parts.filter((part) => part !== undefined);
      if (key === undefined || known.length < parts.length) return undefined;
      // In one order, so that two spellings of a policy seal alike.
      return { kind: 'encrypt', key, context: contextParts.filter((part) => known.includes(part)) };
    },
  },
  fpe: {
    keys: ['format', 'key'],
    read: (fields, pointer, report) => {
      const format = readChoice(fields['format'], `${pointer}/format`, fpeFormats, report);
      const key = readText(fields['key'], `${pointer}/key`, report);
      return format === undefined || key === undefined ? undefined : { kind: 'fpe', format, key };
    },
  },
};

const expectedActions = [...bareKinds, ...Object.keys(kinds).map((kind) => `{ ${kind}: … }`)];

/** Reads an action of an untrusted document into its normal form. */
export function readAction(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): Action | undefined {
  if (typeof value === 'string') {
    const kind = bareKinds.find((bare) => bare === value);
    return kind === undefined
      ? report(pointer, 'is no action', expectedActions)
      : ({ kind } as Action);
  }
  const action = readObject(value, pointer, Object.keys(kinds), report);
  if (action === undefined) return undefined;
  const names = Object.keys(action);
  const name = names[0];
  if (names.length !== 1 || name === undefined) {
    return report(pointer, 'must name exactly one action', expectedActions);
  }
  if (!Object.hasOwn(kinds, name)) return undefined;
  const { keys, read } = kinds[name as keyof typeof kinds];
  const inner = appendPointer(pointer, name);
  const fields = readObject(action[name] ?? {}, inner, keys, report);
  return fields === undefined ? undefined : read(fields, inner, report);
}
