import type { DescribedOperation } from './read-api.ts';

/** What a path and method lead to. */
export interface RouteMatch {
  readonly operation: DescribedOperation;
  /** Path parameters by name, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A segment with parameters in it, such as `{id}` or `{name}.{format}`: what stands before, between and after them. */
interface Pattern {
  readonly text: string;
  readonly literals: readonly string[];
  readonly names: readonly string[];
  readonly below: Branch;
}

interface Branch {
  readonly literals: Map<string, Branch>;
  /** The same by their folded form, for servers that are blind to case. */
  readonly folded: Map<string, Branch>;
  readonly patterns: Pattern[];
  readonly operations: Map<string, DescribedOperation>;
}

const createBranch = (): Branch => ({
  literals: new Map(),
  folded: new Map(),
  patterns: [],
  operations: new Map(),
});

/** Parts of a template segment: `{name}.{format}` has the literals `['', '.', '']`. */
function parseSegment(segment: string): { literals: string[]; names: string[] } {
  const literals = [''];
  const names: string[] = [];
  for (const part of segment.split(/(\{[^{}]*\})/)) {
    if (part.length > 2 && part.startsWith('{') && part.endsWith('}')) {
      names.push(part.slice(1, -1));
      literals.push('');
    } else literals[literals.length - 1] += part;
  }
  return { literals, names };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The values of a pattern's parameters in a segment, each not empty; the first literal between them that fits counts. */
function matchPattern(pattern: Pattern, segment: string): readonly string[] | undefined {
  const { literals } = pattern;
  const first = literals[0]!;
  const last = literals.at(-1)!;
  if (!segment.startsWith(first)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (let index = 1; index < literals.length - 1; index += 1) {
    const literal = literals[index]!;
    const found = literal === '' ? at + 1 : segment.indexOf(literal, at + 1);
    if (found < 0 || found > segment.length) return undefined;
    values.push(segment.slice(at, found));
    at = found + literal.length;
  }
  const end = segment.length - last.length;
  if (end <= at || !segment.endsWith(last)) return undefined;
  values.push(segment.slice(at, end));
  return values;
}

/** Finds operations by path and method. Literal segments go before templates; what is nearer the root decides. */
export class RouteTable {
  private readonly root = createBranch();

  constructor(operations: readonly DescribedOperation[], basePaths: readonly string[]) {
    for (const basePath of basePaths) {
      for (const operation of operations) this.add(`${basePath}${operation.path}`, operation);
    }
  }

  /**
   * The operation for a path, or the methods that it has where this one is not among them; nothing where no template fits. `HEAD` is `GET`
   * where the description has no `HEAD`.
   */
  find(method: string, segments: readonly string[]): RouteMatch | readonly string[] | undefined {
    const values: [string, string][] = [];
    let methods: readonly string[] | undefined;
    const visit = (branch: Branch, at: number, folds: boolean): RouteMatch | undefined => {
      if (at === segments.length) {
        const { operations } = branch;
        const operation =
          operations.get(method) ?? (method === 'HEAD' ? operations.get('GET') : undefined);
        if (operation !== undefined) {
          return { operation, parameters: Object.fromEntries(values) };
        }
        if (operations.size > 0) methods ??= [...operations.keys()];
        return undefined;
      }
      const segment = segments[at]!;
      const literal = folds
        ? branch.folded.get(segment.toLowerCase())
        : branch.literals.get(segment);
      const direct = literal === undefined ? undefined : visit(literal, at + 1, folds);
      if (direct !== undefined) return direct;
      for (const pattern of branch.patterns) {
        const found = matchPattern(pattern, segment);
        if (found === undefined) continue;
        const before = values.length;
        for (const [index, value] of found.entries()) values.push([pattern.names[index]!, value]);
        const match = visit(pattern.below, at + 1, folds);
        if (match !== undefined) return match;
        values.length = before;
      }
      return undefined;
    };
    return visit(this.root, 0, false) ?? visit(this.root, 0, true) ?? methods;
  }

  private add(path: string, operation: DescribedOperation): void {
    let branch = this.root;
    const trimmed = path.replace(/^\/+/, '').replace(/\/+$/, '');
    for (const segment of trimmed === '' ? [] : trimmed.split('/')) {
      const { literals, names } = parseSegment(segment);
      if (names.length === 0) {
        const text = decodeSegment(segment);
        let below = branch.literals.get(text);
        if (below === undefined) {
          below = createBranch();
          branch.literals.set(text, below);
          if (!branch.folded.has(text.toLowerCase())) branch.folded.set(text.toLowerCase(), below);
        }
        branch = below;
      } else {
        // Templates that differ only in names are one place (OpenAPI forbids them), but their parameters go by their own names.
        let pattern = branch.patterns.find(({ text }) => text === segment);
        if (pattern === undefined) {
          pattern = { text: segment, literals, names, below: createBranch() };
          branch.patterns.push(pattern);
          branch.patterns.sort(moreLiteralFirst);
        }
        branch = pattern.below;
      }
    }
    if (!branch.operations.has(operation.method)) {
      branch.operations.set(operation.method, operation);
    }
  }
}

const literalLength = ({ literals }: Pattern): number =>
  literals.reduce((length, literal) => length + literal.length, 0);

const moreLiteralFirst = (a: Pattern, b: Pattern): number => literalLength(b) - literalLength(a);
