import { parsePointer } from '@yushu/core';
import type { PatchOperation } from './json-patch.ts';

/** An OpenAPI Overlay, version 1.0. */
export interface Overlay {
  readonly overlay: '1.0.0';
  readonly info: { readonly title: string; readonly version: string };
  readonly actions: readonly OverlayAction[];
}

/** One action of an overlay. */
export interface OverlayAction {
  /** JSONPath of RFC 9535. */
  readonly target: string;
  readonly description?: string;
  readonly update?: unknown;
  readonly remove?: true;
}

/** A normalized path of RFC 9535, section 2.7. */
function toJsonPath(segments: readonly (string | number)[]): string {
  const quote = (name: string): string =>
    `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  return `$${segments.map((one) => (typeof one === 'number' ? `[${one}]` : `[${quote(one)}]`)).join('')}`;
}

/** Segments of a pointer, with indexes of lists as numbers. */
function segmentsOf(document: unknown, pointer: string): (string | number)[] {
  let value = document;
  return parsePointer(pointer).map((segment) => {
    const isIndex = Array.isArray(value) && segment !== '-';
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[segment]
        : undefined;
    return isIndex ? Number(segment) : segment;
  });
}

/** Writes a patch of additions, replacements and removals as an OpenAPI Overlay. */
export function toOverlay(document: unknown, patch: readonly PatchOperation[]): Overlay {
  const actions = patch.flatMap((operation): readonly OverlayAction[] => {
    const segments = segmentsOf(document, operation.path);
    const last = segments.at(-1);
    const parent = segments.slice(0, -1);
    if (operation.op === 'remove') return [{ target: toJsonPath(segments), remove: true }];
    if (operation.op !== 'add' && operation.op !== 'replace') return [];
    if (typeof last === 'number') {
      // An update merges objects and appends to lists: what stands in a list is replaced by taking it out.
      return [
        { target: toJsonPath(segments), remove: true },
        { target: toJsonPath(parent), update: operation.value },
      ];
    }
    if (last === '-') return [{ target: toJsonPath(parent), update: operation.value }];
    return [{ target: toJsonPath(parent), update: { [String(last)]: operation.value } }];
  });
  return {
    overlay: '1.0.0',
    info: { title: 'Fixes proposed by yushu', version: '1.0.0' },
    actions,
  };
}
