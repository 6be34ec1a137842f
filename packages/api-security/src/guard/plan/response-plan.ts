import { appendPointer, type CategoryId, compareLevels, type PolicySubject } from '@yushu/core';
import type { FieldTreatment } from '@yushu/protect';
import type { FieldClass } from '../../fields/field-classes.ts';
import type { ApiNode } from '../../model/api-node.ts';
import type { FieldReason, KnownField, ScanField, SensitiveKind } from './field-action.ts';
import { PlanNode, type Spot } from './plan-node.ts';
import { allowsScalars, elementSchemas, memberSchemas } from './schema-members.ts';
import type { SchemaSpace } from './schema-space.ts';

/** What becomes of fields that the description lacks: taken out, or searched as what nothing is known of. */
export type UndocumentedFields = 'remove' | 'scan';

/** What a plan is made of: one operation, for one role and purpose. */
export interface PlanOptions {
  readonly space: SchemaSpace;
  /** The policy's word; who asks and the operation are filled in. */
  readonly treat: (field: PolicySubject) => FieldTreatment;
  readonly scan: ScanField;
  readonly undocumented: UndocumentedFields;
  /** Whether texts that the description knows, but that no class fits, are searched too. */
  readonly scansDescribed: boolean;
  /** Whether a rule looks at paths, and up to which index elements must be told apart for it; -1 where all are alike. */
  readonly paths: { readonly areAsked: boolean; readonly maxIndex: number };
}

/** So many spots of one plan are shared; recursion in a schema ends in them. */
const maxSpots = 20_000;

const withheld = () => null;

/** A name that could be data: a key of a map from numbers or addresses. */
const looksLikeData = /\d{4}|@|[^\x20-\x7e]{2}|^.{49}/u;

/**
 * What is done with the bodies of one operation for one role and purpose. Spots are made as bodies reach them, and shared where schemas
 * recur.
 */
export class ResponsePlan {
  readonly tellsIndexesApart: boolean;
  readonly scan: ScanField;
  private readonly options: PlanOptions;
  private readonly spots = new Map<string, PlanNode>();
  private readonly ids = new Map<object, number>();

  constructor(options: PlanOptions) {
    this.options = options;
    this.scan = options.scan;
    this.tellsIndexesApart = options.paths.maxIndex >= 0;
  }

  /** The root of bodies with these schemas; without any, of bodies that the description says nothing of. */
  root(schemas: readonly ApiNode[]): PlanNode {
    const path = this.options.paths.areAsked ? '' : undefined;
    if (schemas.length === 0) return this.free(undefined, path, undefined, false);
    return this.described(schemas, undefined, path, undefined);
  }

  memberOf(spot: Spot, key: string): PlanNode {
    const path = spot.path === undefined ? undefined : appendPointer(spot.path, key);
    if (spot.schemas.length === 0) return this.freeMember(spot, key, path, spot.isUndocumented);
    const { space, undocumented } = this.options;
    const below = memberSchemas(space, spot.schemas, key);
    if (below.schemas.length > 0) return this.described(below.schemas, key, path, spot);
    if (below.isOpen) return this.freeMember(spot, key, path, false);
    if (undocumented === 'scan') return this.freeMember(spot, key, path, true);
    return this.share({
      schemas: [],
      name: key,
      path,
      field: removal('undocumented', undefined),
      kind: undefined,
      scans: false,
      isUndocumented: true,
    });
  }

  /** The spot of an element; `undefined` where it is that of the list itself. */
  elementOf(spot: Spot, index: number): PlanNode | undefined {
    const { space, paths } = this.options;
    const path =
      spot.path === undefined
        ? undefined
        : appendPointer(spot.path, Math.min(index, paths.maxIndex + 1));
    if (spot.schemas.length === 0) {
      return path === undefined ? undefined : this.free(spot.name, path, spot, spot.isUndocumented);
    }
    const below = elementSchemas(space, spot.schemas);
    if (below === undefined) return path === undefined ? undefined : this.share({ ...spot, path });
    if (below.schemas.length > 0) return this.described(below.schemas, spot.name, path, spot);
    return this.free(spot.name, path, spot, spot.isUndocumented);
  }

  /** A spot that the description has. */
  private described(
    schemas: readonly ApiNode[],
    name: string | undefined,
    path: string | undefined,
    parent: Spot | undefined,
  ): PlanNode {
    const { space, scansDescribed } = this.options;
    const { nodes, isIncomplete } = space.expand(schemas);
    const isWriteOnly = nodes.some(({ value }) => value['writeOnly'] === true);
    const classes = nodes.flatMap((node) => space.fields.classify(node) ?? []);
    const decided = isWriteOnly
      ? { field: removal('write-only', classes[0]?.category), kind: undefined }
      : this.decide(strictest(classes), name, path);
    const isInherited = decided.field === undefined && decided.kind === undefined;
    return this.share({
      schemas: nodes,
      name,
      path,
      field: isInherited ? parent?.field : decided.field,
      kind: isInherited ? inheritedKind(parent) : decided.kind,
      scans: isIncomplete || scansDescribed || !allowsScalars(nodes) || nodes.every(saysNothing),
      isUndocumented: false,
    });
  }

  /** A member of which only its name is known. */
  private freeMember(
    spot: Spot,
    key: string,
    path: string | undefined,
    isUndocumented: boolean,
  ): PlanNode {
    if (looksLikeData.test(key) && this.isSensitiveName(key)) {
      return this.share({
        schemas: [],
        name: key,
        path,
        field: removal('name', undefined),
        kind: undefined,
        scans: false,
        isUndocumented,
      });
    }
    return this.free(key, path, spot, isUndocumented);
  }

  private free(
    name: string | undefined,
    path: string | undefined,
    parent: Spot | undefined,
    isUndocumented: boolean,
  ): PlanNode {
    const named = name === undefined ? undefined : this.options.space.fields.classifyName(name);
    const { field, kind } = this.decide(named === undefined ? [] : [named], name, path);
    const isInherited = field === undefined && kind === undefined;
    return this.share({
      schemas: [],
      name,
      path,
      field: isInherited ? parent?.field : field,
      kind: isInherited ? inheritedKind(parent) : kind,
      scans: true,
      isUndocumented,
    });
  }

  private isSensitiveName(key: string): boolean {
    const position = { pointer: () => '', row: 1 };
    const { value, verdicts } = this.scan(key, undefined, position);
    return value !== key || verdicts.some(({ action }) => action !== 'allow');
  }

  /** The policy's word on a field. Of several classes, that which lets out least. */
  private decide(
    classes: readonly FieldClass[],
    name: string | undefined,
    path: string | undefined,
  ): { field: KnownField | undefined; kind: SensitiveKind | undefined } {
    const place = {
      ...(name === undefined ? {} : { column: name }),
      ...(path === undefined ? {} : { path }),
    };
    let kind: SensitiveKind | undefined;
    let field: KnownField | undefined;
    for (const { category, level } of classes) {
      kind ??= { category, level };
      const next = fieldOf(this.options.treat({ ...place, category, level }), name);
      if (next?.action === 'remove') return { field: next, kind };
      field ??= next;
    }
    if (classes.length === 0 && name !== undefined) {
      field = fieldOf(this.options.treat(place), name);
    }
    return { field, kind };
  }

  private share(spot: Spot): PlanNode {
    const { schemas, name, path, field, kind, scans, isUndocumented } = spot;
    const key = JSON.stringify([
      schemas.map((node) => this.idOf(node)),
      name,
      path,
      // What is decided about a field is the same for all of its name and class, but what is inherited is not.
      field === undefined ? 0 : this.idOf(field),
      kind?.category,
      scans,
      isUndocumented,
    ]);
    let node = this.spots.get(key);
    if (node === undefined) {
      node = new PlanNode(this, spot);
      if (this.spots.size < maxSpots) this.spots.set(key, node);
    }
    return node;
  }

  private idOf(object: object): number {
    let id = this.ids.get(object);
    if (id === undefined) {
      id = this.ids.size + 1;
      this.ids.set(object, id);
    }
    return id;
  }
}

/** What stands below a field that is treated is of its kind; what stands below one that is let out may be anything. */
const inheritedKind = (parent: Spot | undefined): SensitiveKind | undefined =>
  parent?.field === undefined ? undefined : parent.kind;

const keywords = [
  'type',
  'properties',
  'items',
  'enum',
  'const',
  'format',
  'pattern',
  'additionalProperties',
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
];

/** Whether a schema lets anything stand at its place. */
const saysNothing = ({ value }: ApiNode): boolean =>
  keywords.every((keyword) => value[keyword] === undefined);

/** Classes of a field, the gravest first; what the description declares goes before what a name says. */
function strictest(classes: readonly FieldClass[]): readonly FieldClass[] {
  const declared = classes.filter(({ evidence }) => evidence === 'declared');
  return [...(declared.length > 0 ? declared : classes)].sort((a, b) =>
    compareLevels(b.level, a.level),
  );
}

const removals = new Map<string, KnownField>();

function removal(
  reason: FieldReason,
  category: CategoryId | undefined,
  rule: number | 'default' = 'default',
): KnownField {
  const name = `${reason} ${category} ${rule}`;
  let field = removals.get(name);
  if (field === undefined) {
    field = { action: 'remove', reason, rule, category, keyId: undefined, apply: withheld };
    if (removals.size < maxSpots) removals.set(name, field);
  }
  return field;
}

/** What is done with a field, or nothing where it is given out. */
function fieldOf(treatment: FieldTreatment, name: string | undefined): KnownField | undefined {
  const { action, rule, category, keyId } = treatment;
  if (action === 'block') return removal('policy', category, rule);
  if (action === 'allow') {
    const isCredential = category?.startsWith('secret.') === true && rule === 'default';
    return isCredential ? removal('credential', category) : undefined;
  }
  const place = name === undefined ? {} : { column: name };
  const needsPointer = action === 'encrypt';
  return {
    action,
    reason: 'policy',
    rule,
    category,
    keyId,
    apply: (value, position) =>
      treatment.apply(
        value,
        needsPointer ? { ...place, path: position.pointer(), row: String(position.row) } : place,
      ) as string,
  };
}
