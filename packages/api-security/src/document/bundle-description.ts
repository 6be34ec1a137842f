import { extendPointer } from '../model/api-node.ts';
import { isObject } from '../model/json-object.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type DescriptionSource, readDescription } from './read-description.ts';
import type { ReadLimits } from './read-limits.ts';
import type { TextPlace } from './text-place.ts';

/** Options of {@link bundleDescription}. */
export interface BundleOptions {
  /**
   * Gives the text of a document by its URI, or `undefined` for one that may not be read: `$ref`s to it stay what they are. It decides
   * what is allowed; nothing is read but through it.
   */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** Documents that are read beside the first, 1,000 unless given. */
  readonly maxDocuments?: number;
  readonly limits?: ReadLimits;
}

/** Member under which the other documents stand in a bundle, by their names. */
export const documentsKey = 'x-yushu-documents';

/** A document of the bundle. */
interface Part {
  readonly uri: string;
  /** As people write it: relative to the first document. */
  readonly name: string;
  readonly source: DescriptionSource;
}

/** Base for names that are no URI; of the kinds of schemes that resolve relative references, and none that anybody reads. */
const nowhere = 'bundle:///';

function resolveUri(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
}

/** The way from one document to another, as a relative reference where both stand in one place. */
function relativeName(from: string, to: string): string {
  const [a, b] = [new URL(from), new URL(to)];
  if (a.protocol !== b.protocol || a.host !== b.host) return to;
  const [here, there] = [a.pathname.split('/'), b.pathname.split('/')];
  let shared = 0;
  while (shared < here.length - 1 && here[shared] === there[shared]) shared += 1;
  const steps = [
    ...here.slice(shared, -1).map(() => '..'),
    ...there.slice(shared).map((step) => {
      try {
        return decodeURIComponent(step);
      } catch {
        return step;
      }
    }),
  ];
  return steps.join('/') + b.search;
}

/** All objects of a value that have a `$ref`, each once. */
function referencesOf(value: unknown): readonly { $ref: string }[] {
  const found: { $ref: string }[] = [];
  const seen = new Set<object>();
  const stack: unknown[] = [value];
  while (stack.length > 0) {
    const one = stack.pop();
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    if (isObject(one) && typeof one['$ref'] === 'string') found.push(one as { $ref: string });
    for (const member of Object.values(one)) {
      if (typeof member === 'object' && member !== null) stack.push(member);
    }
  }
  return found;
}

/** Characters that have a meaning in a fragment, beside those of a pointer. */
const encodeFragment = (pointer: string): string => pointer.replaceAll('%', '%25');

/** Reads documents, and lets each `$ref` between them lead to its place in the bundle. */
class Bundle {
  readonly parts = new Map<string, Part>();
  readonly diagnostics: Diagnostic[] = [];
  private readonly options: BundleOptions;
  private readonly root: string;

  constructor(root: string, options: BundleOptions) {
    this.root = root;
    this.options = options;
  }

  async read(uri: string, value: unknown): Promise<void> {
    const open: { readonly uri: string; readonly value: unknown }[] = [{ uri, value }];
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      for (const object of referencesOf(part.value)) {
        const [path = '', fragment = ''] = object.$ref.split('#', 2);
        if (path === '' && part.uri === this.root) continue;
        const target = path === '' ? part.uri : resolveUri(path, part.uri);
        if (target === undefined) continue;
        if (target !== this.root && !this.parts.has(target)) {
          const added = await this.add(target);
          if (added === undefined) continue;
          open.push({ uri: target, value: added.source.value });
        }
        const prefix = target === this.root ? '' : this.pointerTo(target);
        object.$ref = `#${encodeFragment(prefix)}${fragment === '/' ? '' : fragment}`;
      }
    }
  }

  private pointerTo(uri: string): string {
    return extendPointer('', documentsKey, this.parts.get(uri)!.name);
  }

  private async add(uri: string): Promise<Part | undefined> {
    const { read, maxDocuments = 1000, limits } = this.options;
    if (this.parts.size >= maxDocuments) return undefined;
    const text = await read(uri);
    if (text === undefined) return undefined;
    const name = relativeName(this.root, uri);
    const source = readDescription(text, limits);
    this.diagnostics.push(...source.diagnostics.map((one) => ({ ...one, document: name })));
    const part = { uri, name, source };
    this.parts.set(uri, part);
    return part;
  }
}

/**
 * Reads a description that is spread over several documents, such as `$ref: schemas/user.yaml#/User`, and ties them into one value.
 * What it gives is audited, mapped and compared as any other; places are named with their document. `$ref`s to what `read` does not
 * give stay what they are, and the audit names them.
 *
 * It throws only what `read` throws.
 *
 * @param uri of the first document: absolute, or a path that other documents are found from.
 *
 * @example
 * ```ts
 * import { auditSource, bundleDescription } from '@yushu/api-security';
 *
 * const files = new Map([['users.yaml', 'User: { type: object, properties: { password: { type: string } } }']]);
 * const text = `
 * openapi: 3.1.0
 * paths:
 *   /me:
 *     get: { responses: { '200': { content: { application/json: { schema: { $ref: 'users.yaml#/User' } } } } } }
 * `;
 * const read = async (uri: string) => files.get(uri.replace('bundle:///', ''));
 * const audit = auditSource(await bundleDescription('openapi.yaml', text, { read }));
 * console.log(audit.causes[0]?.rule.id, audit.locate([audit.findings[0]?.pointer ?? ''])[0]?.document); // credentials-in-response users.yaml
 * ```
 */
export async function bundleDescription(
  uri: string,
  text: string,
  options: BundleOptions,
): Promise<DescriptionSource> {
  const first = readDescription(text, options.limits);
  const root = resolveUri(uri, nowhere);
  if (!isObject(first.value) || root === undefined) return first;
  const bundle = new Bundle(root, options);
  await bundle.read(root, first.value);
  if (bundle.parts.size === 0) return first;
  const parts = [...bundle.parts.values()];
  return {
    // Values of YAML may be shared and circular, in whichever document.
    syntax: parts.some(({ source }) => source.syntax === 'yaml') ? 'yaml' : first.syntax,
    value: {
      ...first.value,
      [documentsKey]: Object.fromEntries(parts.map(({ name, source }) => [name, source.value])),
    },
    diagnostics: [...first.diagnostics, ...bundle.diagnostics],
    locate: (pointers) => locateParts(first, parts, pointers),
  };
}

function locateParts(
  first: DescriptionSource,
  parts: readonly Part[],
  pointers: readonly string[],
): readonly (TextPlace | undefined)[] {
  const places: (TextPlace | undefined)[] = new Array(pointers.length).fill(undefined);
  const rest = new Set(pointers.keys());
  for (const { name, source } of parts) {
    const prefix = extendPointer('', documentsKey, name);
    const own = [...rest].filter(
      (index) => pointers[index] === prefix || pointers[index]!.startsWith(`${prefix}/`),
    );
    if (own.length === 0) continue;
    const found = source.locate(own.map((index) => pointers[index]!.slice(prefix.length)));
    for (const [at, index] of own.entries()) {
      rest.delete(index);
      const place = found[at];
      if (place !== undefined) places[index] = { ...place, document: name };
    }
  }
  const remaining = [...rest];
  const found = first.locate(remaining.map((index) => pointers[index]!));
  for (const [at, index] of remaining.entries()) places[index] = found[at];
  return places;
}
