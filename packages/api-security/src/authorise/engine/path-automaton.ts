import type { AccessDecision } from '../access-decision.ts';
import { anySegment, type PathPattern } from './path-pattern.ts';

/** A node of the radix of templates. */
class RadixNode {
  readonly id: number;
  readonly children = new Map<string, RadixNode>();
  any: RadixNode | undefined;
  /** Where templates with `**` stand; it stays once it is reached. */
  open: RadixNode | undefined;
  readonly patterns: number[] = [];

  constructor(id: number) {
    this.id = id;
  }
}

/** All nodes of the radix that a path has reached: a state of the automaton, made when a path first comes to it. */
export class PathState<Kept> {
  readonly nodes: readonly RadixNode[];
  readonly next = new Map<string, PathState<Kept>>();
  /** Whether templates name segments here; where they do not, no segment need be cut out of the path. */
  readonly names: boolean;
  /** Where a segment leads that no template names. */
  other: PathState<Kept> | undefined;
  /** Numbers of the templates that fit a path which ends here. */
  readonly patterns: ReadonlySet<number>;
  /** Decisions about requests whose path ends here, where they hang on no condition. */
  readonly certain = new Map<number, AccessDecision>();
  /** What is known about the others. */
  readonly kept = new Map<number, Kept>();

  constructor(nodes: readonly RadixNode[]) {
    this.nodes = nodes;
    this.names = nodes.some(({ children }) => children.size > 0);
    this.patterns = new Set(nodes.flatMap((node) => node.patterns));
  }
}

/**
 * Templates of paths as a radix, and over it an automaton that is made as paths come: each segment is looked up once, however many
 * templates begin alike. That of RE2 for expressions: R. Cox, Regular Expression Matching in the Wild (2010), "Lazy DFA".
 */
export class PathAutomaton<Kept> {
  private readonly root = new RadixNode(0);
  private nodeCount = 1;
  private states = new Map<string, PathState<Kept>>();
  /** Where paths begin. */
  start: PathState<Kept>;
  /** Where a request without path stands. */
  nowhere: PathState<Kept>;

  constructor(patterns: readonly PathPattern[]) {
    for (const [number, pattern] of patterns.entries()) this.add(pattern, number);
    this.start = this.stateOf([this.root]);
    this.nowhere = new PathState([]);
  }

  /** States that were made. */
  get size(): number {
    return this.states.size;
  }

  /** Forgets all states. */
  reset(): void {
    this.states = new Map();
    this.start = this.stateOf([this.root]);
    this.nowhere = new PathState([]);
  }

  /** The state after one more segment. */
  step(state: PathState<Kept>, segment: string): PathState<Kept> {
    const named = state.nodes.some((node) => node.children.has(segment));
    if (!named && state.other !== undefined) return state.other;
    const reached: RadixNode[] = [];
    for (const node of state.nodes) {
      // An open node has neither children nor another: it stays.
      if (node.open === node) reached.push(node);
      const child = node.children.get(segment);
      if (child !== undefined) reached.push(child);
      if (node.any !== undefined) reached.push(node.any);
    }
    const next = this.stateOf(reached);
    if (named) state.next.set(segment, next);
    else state.other = next;
    return next;
  }

  private add({ segments, open }: PathPattern, number: number): void {
    let node = this.root;
    for (const segment of segments) {
      if (segment === anySegment) {
        node.any ??= new RadixNode(this.nodeCount++);
        node = node.any;
      } else {
        let child = node.children.get(segment);
        if (child === undefined) {
          child = new RadixNode(this.nodeCount++);
          node.children.set(segment, child);
        }
        node = child;
      }
    }
    if (open) {
      if (node.open === undefined) {
        node.open = new RadixNode(this.nodeCount++);
        node.open.open = node.open;
      }
      node = node.open;
    }
    node.patterns.push(number);
  }

  private stateOf(reached: readonly RadixNode[]): PathState<Kept> {
    const nodes = new Set(reached);
    for (const node of reached) if (node.open !== undefined) nodes.add(node.open);
    const sorted = [...nodes].sort((a, b) => a.id - b.id);
    const key = sorted.map(({ id }) => id).join();
    let state = this.states.get(key);
    if (state === undefined) {
      state = new PathState(sorted);
      this.states.set(key, state);
    }
    return state;
  }
}
