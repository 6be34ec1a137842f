/** An operation as detectors see it. */
export interface OperationShape {
  readonly name: string;
  readonly index: number;
  /** Number of the kind of object that its path names, or -1. */
  readonly objects: number;
  /** Number of the collection that its path is, or -1 where it ends with an object. */
  readonly collection: number;
  readonly deprecated: boolean;
  /** Names of its path parameters, in order. */
  readonly parameters: readonly string[];
}

/** A kind of object, by the path template up to its last parameter. */
export interface ObjectKind {
  readonly index: number;
  /** Number of the collection in which such objects stand. */
  readonly collection: number;
}

/** More operations are all taken for one. */
const maxOperations = 4096;

const beyond: OperationShape = {
  name: '…',
  index: maxOperations,
  objects: -1,
  collection: -1,
  deprecated: false,
  parameters: [],
};

/** Gives numbers to operations, kinds of objects and collections, by the names that the description gives. */
export class OperationRegistry {
  private readonly operations = new Map<string, OperationShape>();
  private readonly kindNumbers = new Map<string, number>();
  private readonly collections = new Map<string, number>();
  private readonly deprecated: ReadonlySet<string>;
  readonly kinds: ObjectKind[] = [];

  constructor(deprecated: readonly string[]) {
    this.deprecated = new Set(deprecated);
  }

  get(name: string): OperationShape {
    const known = this.operations.get(name);
    if (known !== undefined) return known;
    if (this.operations.size >= maxOperations) {
      return beyond;
    }
    const template = name.slice(name.indexOf('/')).replace(/\{[^{}]*\}/g, '{}');
    const end = template.lastIndexOf('{}');
    const shape: OperationShape = {
      name,
      index: this.operations.size,
      objects: end < 0 ? -1 : this.kindOf(template.slice(0, end + 2)),
      collection: template.endsWith('{}') ? -1 : number(this.collections, template),
      deprecated: this.deprecated.has(name),
      parameters: [...name.matchAll(/\{([^{}]*)\}/g)].map(([, parameter]) => parameter!),
    };
    this.operations.set(name, shape);
    return shape;
  }

  private kindOf(template: string): number {
    const known = this.kindNumbers.get(template);
    if (known !== undefined) return known;
    const index = this.kinds.length;
    const parent = template.slice(0, template.lastIndexOf('/'));
    this.kinds.push({ index, collection: number(this.collections, parent) });
    this.kindNumbers.set(template, index);
    return index;
  }
}

function number(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
