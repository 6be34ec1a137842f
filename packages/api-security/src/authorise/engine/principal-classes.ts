import type { AccessPrincipal } from '../access-request.ts';
import { BitSet } from './bit-set.ts';
import { inheritedRoles } from './role-graph.ts';

/** Principals between whom no rule can tell. */
export class PrincipalClass {
  readonly id: number;
  /** Roles that rules name, as numbers. */
  readonly roles: BitSet;
  /** Number of the principal, if a rule names it, or -1. */
  readonly principal: number;
  readonly withRole = new Map<string, PrincipalClass>();
  readonly withPrincipal = new Map<number, PrincipalClass>();

  constructor(id: number, roles: BitSet, principal: number) {
    this.id = id;
    this.roles = roles;
    this.principal = principal;
  }
}

/** Puts principals into classes by the roles and ids that rules name. */
export class PrincipalClasses {
  private readonly hierarchy: ReadonlyMap<string, readonly string[]>;
  private readonly roles = new Map<string, number>();
  private readonly principals = new Map<string, number>();
  private classes = new Map<string, PrincipalClass>();
  private nobody: PrincipalClass | undefined;
  /** Words of memory that the classes take. */
  words = 0;

  constructor(hierarchy: ReadonlyMap<string, readonly string[]>) {
    this.hierarchy = hierarchy;
  }

  /** The number of a role that a rule names. */
  addRole(role: string): number {
    return addName(this.roles, role);
  }

  /** The number of a principal that a rule names. */
  addPrincipal(id: string): number {
    return addName(this.principals, id);
  }

  /** Classes that were made. */
  get size(): number {
    return this.classes.size;
  }

  /** Forgets all classes. */
  reset(): void {
    this.classes = new Map();
    this.nobody = undefined;
    this.words = 0;
  }

  classOf({ role, id }: AccessPrincipal): PrincipalClass {
    this.nobody ??= this.intern(new BitSet(this.roles.size), -1);
    let found = this.nobody;
    if (typeof role === 'string') found = this.addTo(found, role);
    else if (Array.isArray(role)) for (const name of role) found = this.addTo(found, name);
    if (id === undefined || this.principals.size === 0) return found;
    const principal = this.principals.get(id);
    if (principal === undefined) return found;
    let named = found.withPrincipal.get(principal);
    if (named === undefined) {
      named = this.intern(found.roles, principal);
      found.withPrincipal.set(principal, named);
    }
    return named;
  }

  private addTo(found: PrincipalClass, role: string): PrincipalClass {
    const next = found.withRole.get(role);
    if (next !== undefined) return next;
    // A role that neither rules nor roles know changes nothing, and takes no memory.
    if (!this.roles.has(role) && !this.hierarchy.has(role)) return found;
    const more = new BitSet(this.roles.size);
    for (const name of inheritedRoles(this.hierarchy, role)) {
      const number = this.roles.get(name);
      if (number !== undefined) more.add(number);
    }
    const grown = this.intern(found.roles.with(more), found.principal);
    found.withRole.set(role, grown);
    return grown;
  }

  private intern(roles: BitSet, principal: number): PrincipalClass {
    const key = `${roles.key()}/${principal}`;
    let found = this.classes.get(key);
    if (found === undefined) {
      found = new PrincipalClass(this.classes.size, roles, principal);
      this.classes.set(key, found);
      // The set, its text as key, and the tables.
      this.words += 3 * roles.wordCount + 64;
    }
    return found;
  }
}

function addName(names: Map<string, number>, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, names.size);
  return names.size - 1;
}
