/**
 * RFC 6902 JSON Patch through fast-json-patch, with what it lets pass: indexes with leading zeros (RFC 6901, section 4) and members
 * that objects inherit.
 *
 * @module
 */
import { DataSecurityError, parsePointer } from '@yushu/core';
import jsonPatch, { type Operation } from 'fast-json-patch';

/** One operation of RFC 6902. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly path: string; readonly from: string };

const kinds: ReadonlySet<string> = new Set(['add', 'replace', 'test', 'remove', 'move', 'copy']);
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function fail(index: number, message: string): never {
  throw new DataSecurityError(
    'ERR_API_SECURITY_PATCH',
    `Operation ${index} of the patch ${message}`,
    {
      hint: 'See RFC 6902, section 4; nothing was changed.',
      details: { index },
    },
  );
}

/** Checks that every step of a pointer is the document's own. */
function checkPath(document: unknown, pointer: unknown, index: number, mustExist: boolean): void {
  if (typeof pointer !== 'string') fail(index, 'has no path');
  let segments: readonly string[];
  try {
    segments = parsePointer(pointer);
  } catch {
    fail(index, 'has a path that is no JSON Pointer');
  }
  let value = document;
  for (const [at, segment] of segments.entries()) {
    const isLast = at === segments.length - 1;
    if (Array.isArray(value)) {
      const isEnd = segment === '-' && isLast && !mustExist;
      if (!isEnd && !/^(?:0|[1-9]\d*)$/.test(segment))
        fail(index, 'has a path with no valid index');
      if (isEnd) return;
      if (mustExist && Number(segment) >= value.length) fail(index, 'names an element that is not');
      value = value[Number(segment)];
    } else if (typeof value === 'object' && value !== null) {
      if (!Object.hasOwn(value, segment)) {
        if (isLast && !mustExist && !forbidden.has(segment)) return;
        fail(index, 'names a member that is not');
      }
      value = (value as Record<string, unknown>)[segment];
    } else fail(index, 'has a path that leads below a value');
  }
}

/**
 * Applies a patch to a copy of a document, all of it or nothing.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_PATCH` where an operation is not valid, a test fails, or a path leads to a prototype.
 *
 * @example
 * ```ts
 * import { applyJsonPatch } from '@yushu/api-security';
 *
 * console.log(applyJsonPatch({ a: [1] }, [{ op: 'add', path: '/a/-', value: 2 }])); // { a: [ 1, 2 ] }
 * ```
 */
export function applyJsonPatch(document: unknown, patch: readonly PatchOperation[]): unknown {
  let result: unknown = structuredClone(document);
  if (!Array.isArray(patch)) fail(0, 'is not in a list');
  for (const [index, operation] of patch.entries()) {
    const op: unknown = operation?.op;
    if (typeof op !== 'string' || !kinds.has(op)) fail(index, 'is none of RFC 6902');
    checkPath(result, operation.path, index, op !== 'add' && op !== 'move' && op !== 'copy');
    if (operation.op === 'move' || operation.op === 'copy') {
      checkPath(result, operation.from, index, true);
    }
    if (operation.op === 'test' && (operation as { value?: unknown }).value === undefined) {
      fail(index, 'has no value');
    }
    try {
      result = jsonPatch.applyOperation(
        result,
        operation as Operation,
        true,
        true,
        true,
        index,
      ).newDocument;
    } catch (error) {
      const name = (error as { name?: unknown }).name;
      fail(index, `cannot be applied (${typeof name === 'string' ? name : 'error'})`);
    }
  }
  return result;
}
