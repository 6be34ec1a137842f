import { fieldNameOf } from '../fields/field-classes.ts';
import type { ApiModel } from '../model/api-model.ts';
import type { ApiNode } from '../model/api-node.ts';
import { textAt } from '../model/json-object.ts';

/** Lengths that a format has by its standard. */
const lengthsByFormat: Readonly<Record<string, readonly [number, string]>> = {
  uuid: [36, 'RFC 9562'],
  email: [254, 'RFC 5321, section 4.5.3.1'],
  hostname: [253, 'RFC 1123'],
  ipv4: [15, 'RFC 2673, section 3.2'],
  ipv6: [45, 'RFC 4291'],
  date: [10, 'RFC 3339'],
};

/** A value for a keyword, and where it is from. */
export interface Evidence {
  readonly value: unknown;
  readonly from: string;
}

/** Finds values for missing keywords in what the document says elsewhere: never numbers of our own. */
export class EvidenceFinder {
  private readonly model: ApiModel;
  /** Keyword and name → value → how often. */
  private readonly counts = new Map<string, Map<unknown, number>>();
  private readonly references = new Map<string, Map<string, number>>();

  constructor(model: ApiModel) {
    this.model = model;
    for (const node of model.schemas) {
      const name = fieldNameOf(node)?.toLowerCase();
      if (name === undefined) continue;
      for (const keyword of ['maxLength', 'maxItems', 'minimum', 'maximum', 'format']) {
        const value = node.value[keyword];
        const fits = keyword === 'format' ? typeof value === 'string' : typeof value === 'number';
        if (!fits) continue;
        const type = String(node.value['type']);
        const key = `${keyword} ${type} ${name}`;
        const counts = this.counts.get(key) ?? new Map<unknown, number>();
        counts.set(value, (counts.get(value) ?? 0) + 1);
        this.counts.set(key, counts);
      }
    }
    for (const { responses } of model.operations) {
      for (const node of responses) {
        if (node.reference === undefined || model.resolve(node) === undefined) continue;
        const code = String(node.key);
        const counts = this.references.get(code) ?? new Map<string, number>();
        counts.set(node.reference, (counts.get(node.reference) ?? 0) + 1);
        this.references.set(code, counts);
      }
    }
  }

  /** The value that fields of the same name and type have most often. */
  sibling(node: ApiNode, keyword: string): Evidence | undefined {
    const name = fieldNameOf(node)?.toLowerCase();
    if (name === undefined) return undefined;
    const best = mostUsed(this.counts.get(`${keyword} ${String(node.value['type'])} ${name}`));
    if (best === undefined) return undefined;
    return { value: best.value, from: `${best.count} other fields named ${JSON.stringify(name)}` };
  }

  /** Length of a text by its format. */
  length(node: ApiNode, isEmail: boolean): Evidence | undefined {
    const format = isEmail ? 'email' : textAt(node.value, 'format');
    const known =
      format === undefined || !Object.hasOwn(lengthsByFormat, format)
        ? undefined
        : lengthsByFormat[format];
    return known === undefined ? undefined : { value: known[0], from: known[1] };
  }

  /** The `$ref` that operations give most often for an answer. */
  response(code: string): Evidence | undefined {
    const best = mostUsed(this.references.get(code));
    return best === undefined
      ? undefined
      : { value: { $ref: best.value }, from: `${best.count} other operations` };
  }

  /** What the other operations ask of their callers most often. */
  security(): Evidence | undefined {
    const counts = new Map<string, number>();
    for (const { node, security } of this.model.operations) {
      if (security.isPublic || !Array.isArray(node.value['security'])) continue;
      const key = JSON.stringify(node.value['security']);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const best = mostUsed(counts);
    if (best === undefined) return undefined;
    return { value: JSON.parse(best.value) as unknown, from: `${best.count} other operations` };
  }
}

function mostUsed<Value>(
  counts: ReadonlyMap<Value, number> | undefined,
): { readonly value: Value; readonly count: number } | undefined {
  let best: { value: Value; count: number } | undefined;
  for (const [value, count] of counts ?? []) {
    if (best === undefined || count > best.count) best = { value, count };
  }
  return best;
}
