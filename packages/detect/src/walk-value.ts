/**
 * Walks a JavaScript value and scans its strings.
 *
 * @module
 */
import { appendPointer, DataSecurityError, type Finding } from '@yushu/core';
import { pairRoleOf } from './formats/json/pair-role.ts';

type ScanField = (text: string, place: { name?: string | undefined; path?: string }) => Finding[];

/** One container on the way down. */
interface Frame {
  readonly node: object;
  /** Keys and values that are still to be visited, in reverse order. */
  readonly entries: (readonly [key: string | number, value: unknown])[];
  readonly parent: Frame | undefined;
  /** Segment of this container within its parent, `*` where the key is itself sensitive. */
  readonly segment: string | number | undefined;
  /** Nearest key that is a name and no index. */
  readonly name: string | undefined;
  /** What a member called `name` or the like says that the one called `value` is. */
  readonly label: string | undefined;
}

const maxNodes = 10_000_000;

function pathOf(frame: Frame, last: string | number): string {
  const segments: (string | number)[] = [last];
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.segment !== undefined) segments.push(at.segment);
  }
  let path = '';
  for (let index = segments.length - 1; index >= 0; index -= 1)
    path = appendPointer(path, segments[index]!);
  return path;
}

function entriesOf(node: object): Frame['entries'] {
  const entries: (readonly [string | number, unknown])[] = [];
  if (Array.isArray(node))
    for (let index = 0; index < node.length; index += 1) entries.push([index, node[index]]);
  else if (node instanceof Map)
    for (const [key, value] of node)
      entries.push([typeof key === 'object' ? '*' : String(key), value]);
  else if (node instanceof Set) {
    let index = 0;
    for (const value of node) entries.push([index++, value]);
  } else if (ArrayBuffer.isView(node) || node instanceof Date) return entries;
  else {
    for (const key of Object.keys(node)) {
      try {
        entries.push([key, (node as Record<string, unknown>)[key]]);
      } catch {
        // A getter that throws has no value that could be read by anyone else either.
      }
    }
  }
  return entries.reverse();
}

/** What `{name: "phone", value: "…"}` says that its value is. */
function labelIn(entries: Frame['entries']): string | undefined {
  let label: string | undefined;
  let hasValue = false;
  // More members than such an object has are none of a pair.
  if (entries.length > 24) return undefined;
  for (const [key, value] of entries) {
    const role = typeof key === 'string' ? pairRoleOf(key) : undefined;
    if (role === 'value') hasValue = true;
    else if (role === 'label' && typeof value === 'string') label = value;
  }
  return hasValue ? label : undefined;
}

function frameOf(
  node: object,
  parent: Frame | undefined,
  segment: Frame['segment'],
  name: string | undefined,
): Frame {
  const entries = entriesOf(node);
  return { node, entries, parent, segment, name, label: labelIn(entries) };
}

/** Text of a value that is scanned, or `undefined`. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value);
  if (value instanceof String) return String(value);
  return undefined;
}

/** Findings in all strings and whole numbers of a value, in the order of a depth-first walk. */
export function walkValue(root: unknown, scanField: ScanField): Finding[] {
  const rootText = textOf(root);
  if (rootText !== undefined) return scanField(rootText, { path: '' });
  if (typeof root !== 'object' || root === null) return [];
  const findings: Finding[] = [];
  const above = new Set<object>([root]);
  let frame: Frame | undefined = frameOf(root, undefined, undefined, undefined);
  let nodes = 0;
  while (frame !== undefined) {
    const entry = frame.entries.pop();
    if (entry === undefined) {
      above.delete(frame.node);
      frame = frame.parent;
      continue;
    }
    nodes += 1;
    if (nodes > maxNodes) {
      throw new DataSecurityError(
        'ERR_DETECT_VALUE_SIZE',
        'The value holds more than 10 million nodes',
        {
          hint: 'Scan its parts one by one; an object that is shared many times counts each time.',
          details: { maxNodes },
        },
      );
    }
    const [key, value] = entry;
    let segment = key;
    if (typeof key === 'string') {
      const inKey: Finding[] = scanField(key, { path: '' });
      if (inKey.length > 0) {
        segment = '*';
        const path = pathOf(frame, segment);
        for (const finding of inKey) findings.push({ ...finding, path });
      }
    }
    const name: string | undefined = typeof key === 'string' ? key : frame.name;
    const text = textOf(value);
    if (text !== undefined) {
      const isTold = frame.label !== undefined && pairRoleOf(String(key)) === 'value';
      const found = scanField(text, { name: isTold ? frame.label : name });
      if (found.length > 0) {
        const path = pathOf(frame, segment);
        for (const finding of found) findings.push({ ...finding, path });
      }
    } else if (typeof value === 'object' && value !== null && !above.has(value)) {
      above.add(value);
      frame = frameOf(value, frame, segment, name);
    }
  }
  return findings;
}
