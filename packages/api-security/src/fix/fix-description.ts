import { parsePointer } from '@yushu/core';
import { type Document, isCollection, isScalar, parseDocument } from 'yaml';
import type { ApiAudit } from '../audit/api-audit.ts';
import { type ApiAuditOptions, auditSource } from '../audit/audit-description.ts';
import { readDescription } from '../document/read-description.ts';
import { applyJsonPatch, type PatchOperation } from './json-patch.ts';
import { type Overlay, toOverlay } from './overlay.ts';
import { type ApiFix, proposeFixes } from './propose-fixes.ts';

/** Options of {@link fixDescription}. */
export interface FixOptions extends ApiAuditOptions {
  /** Whether changes that the server must follow are made too; only those that write down what is known, unless given. */
  readonly includeReview?: boolean;
}

/** A description with its findings mended, as far as is known how. */
export interface FixedDescription {
  readonly before: ApiAudit;
  readonly after: ApiAudit;
  readonly fixes: readonly ApiFix[];
  /** Changes that wait for a decision. */
  readonly open: readonly ApiFix[];
  readonly patch: readonly PatchOperation[];
  readonly overlay: Overlay;
  readonly value: unknown;
  /** The text in its own syntax: YAML keeps its comments, JSON its indentation. `undefined` where a value was given. */
  readonly text: string | undefined;
}

/** The key as it stands in the map: `200` may be a number there. */
function yamlPath(document: Document, path: readonly string[]): unknown[] {
  let node: unknown = document.contents;
  return path.map((segment) => {
    if (!isCollection(node)) return segment;
    if (/Seq$/.test(node.constructor.name)) {
      node = node.get(Number(segment), true);
      return Number(segment);
    }
    for (const item of node.items as readonly { key?: unknown; value?: unknown }[]) {
      const key = isScalar(item.key) ? item.key.value : item.key;
      if (String(key) !== segment) continue;
      node = item.value;
      return key;
    }
    node = undefined;
    return segment;
  });
}

/** Changes the YAML, not its value, so that comments and order stay. */
function patchYaml(text: string, patch: readonly PatchOperation[]): string {
  const document = parseDocument(text, { merge: true, uniqueKeys: false, logLevel: 'silent' });
  for (const operation of patch) {
    const path = yamlPath(document, parsePointer(operation.path));
    if (operation.op === 'remove') document.deleteIn(path);
    else if (operation.op === 'add' || operation.op === 'replace') {
      const { value } = operation;
      // A scalar set in place keeps the comment behind it.
      const isPlain = typeof value !== 'object' || value === null;
      document.setIn(path, isPlain ? value : document.createNode(value));
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** Rounds of changes; two are the rule. */
const maxRounds = 12;

const keyOf = ({ rule, pointer }: ApiFix): string => `${rule} ${pointer}`;

const indentOf = (text: string): string => /\n([ \t]+)"/.exec(text.slice(0, 2000))?.[1] ?? '';

/**
 * Mends a description: applies the proposed changes and audits again. Nothing new is found afterwards, and mending what was mended
 * changes nothing.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_PATCH` never for text that was read by us; only where a given value is no JSON.
 *
 * @example
 * ```ts
 * import { fixDescription } from '@yushu/api-security';
 *
 * const { text } = fixDescription(`swagger: '2.0'
 * # both, for now
 * schemes: [https, http]
 * paths: {}
 * `);
 * console.log(text?.includes('# both, for now'), text?.includes('http]')); // true false
 * ```
 */
export function fixDescription(input: unknown, options: FixOptions = {}): FixedDescription {
  const source = readDescription(input, options.limits);
  const before = auditSource(source, options);
  const isWanted = (fix: ApiFix): boolean =>
    fix.risk === 'document' || options.includeReview === true;
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const auditValue = (value: unknown): ApiAudit =>
    auditSource({ ...readDescription(value), syntax: source.syntax }, options);
  const fixes: ApiFix[] = [];
  const refused = new Set<string>();
  let value = source.value;
  let after = before;
  let proposed = proposeFixes(before);
  // What is mended is evidence for the rest: so until nothing more is proposed.
  for (let round = 0; round < maxRounds; round += 1) {
    const wanted = proposed.filter((fix) => isWanted(fix) && !refused.has(keyOf(fix)));
    if (wanted.length === 0) break;
    const next = applyJsonPatch(
      value,
      wanted.flatMap(({ patch }) => patch),
    );
    const audit = auditValue(next);
    const fresh = audit.findings.filter(({ fingerprint }) => !known.has(fingerprint));
    if (fresh.length > 0) {
      // A change that brings a finding which was not there is left out.
      const places = fresh.map(({ node }) => node.pointer);
      const guilty = wanted.filter(({ patch }) =>
        patch.some(({ path }) => places.some((place) => path.startsWith(place))),
      );
      for (const fix of guilty.length > 0 ? guilty : wanted) refused.add(keyOf(fix));
      continue;
    }
    value = next;
    after = audit;
    fixes.push(...wanted);
    proposed = proposeFixes(after);
  }
  const patch = fixes.flatMap((fix) => fix.patch);
  const text =
    typeof input !== 'string' || source.value === undefined
      ? undefined
      : patch.length === 0
        ? input
        : source.syntax === 'yaml'
          ? patchYaml(input, patch)
          : `${JSON.stringify(value, undefined, indentOf(input))}${input.endsWith('\n') ? '\n' : ''}`;
  return {
    before,
    after,
    fixes,
    open: proposed.filter((fix) => !isWanted(fix) || refused.has(keyOf(fix))),
    patch,
    overlay: toOverlay(source.value, patch),
    value,
    text,
  };
}
