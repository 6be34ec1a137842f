import type { Clock } from '@yushu/core';
import { splitPath } from '../guard/route/split-path.ts';
import type { AccessDecision } from './access-decision.ts';
import type { AccessRequest } from './access-request.ts';
import { compileCondition } from './engine/compile-condition.ts';
import { anySegment, readPathPattern } from './engine/path-pattern.ts';
import { inheritedRoles } from './engine/role-graph.ts';
import { compileTextPattern } from './engine/text-pattern.ts';
import type { AccessMatch, AccessRule, AuthorisationRules } from './rules/authorisation-rules.ts';

/** What of a rule did not fit. It never holds a value of the request. */
export type UnmetPart =
  | { readonly part: keyof AccessMatch }
  | {
      readonly part: 'when';
      /** JSON Pointer to the condition within the rule, in its normal form. */
      readonly pointer: string;
      /** Attributes that it looks at. */
      readonly attributes: readonly string[];
      /** `missing` where one of them is absent or of the wrong kind. */
      readonly state: 'false' | 'missing';
    };

/** A rule that nearly fitted. */
export interface NearRule {
  readonly rule: string;
  readonly effect: AccessRule['effect'];
  /** All that did not fit, in the order of the rule. */
  readonly unmet: readonly UnmetPart[];
}

/** A decision with its reasons. */
export interface AccessExplanation extends AccessDecision {
  /** For a refusal that no rule asked for: the permits that came nearest, those with the fewest unmet parts first. */
  readonly nearest: readonly NearRule[];
  /** The same for people, one line each. */
  readonly lines: readonly string[];
}

const maxNearest = 5;

const list = (texts: string | readonly string[] | undefined): readonly string[] | undefined =>
  texts === undefined ? undefined : [texts].flat();

/** Whether a template fits a path, segment by segment. */
function fitsPath(pattern: string, given: readonly string[]): boolean {
  const { segments, open } = readPathPattern(pattern);
  if (open ? given.length < segments.length : given.length !== segments.length) return false;
  return segments.every((segment, index) => segment === anySegment || segment === given[index]);
}

function attributesOf(condition: AccessRule['when'][number]): readonly string[] {
  switch (condition.kind) {
    case 'comparison':
      return condition.other === undefined
        ? [condition.attribute]
        : [condition.attribute, condition.other];
    case 'present':
      return [condition.attribute];
    case 'purpose':
      return ['principal.purpose'];
    case 'time':
      return ['time'];
  }
}

/** All parts of a rule that a request does not meet; without any classes or tables. */
function findUnmet(
  { match, when }: AccessRule,
  request: AccessRequest,
  roles: ReadonlySet<string>,
  clock: Clock,
): readonly UnmetPart[] {
  const { principal, operation, resource } = request;
  const given = request.path === undefined ? undefined : splitPath(request.path)?.segments;
  const action = request.action ?? request.method;
  const fitsText = (text: string | undefined) => (pattern: string) =>
    text !== undefined && compileTextPattern(pattern)(text);
  const tests: Readonly<Record<keyof AccessMatch, (wanted: string) => boolean>> = {
    role: (wanted) => roles.has(wanted),
    principal: (wanted) => principal.id === wanted,
    action: fitsText(action),
    path: (wanted) => given !== undefined && fitsPath(wanted, given),
    operation: fitsText(operation),
    type: (wanted) => resource?.type === wanted,
  };
  const unmet: UnmetPart[] = [];
  for (const part of Object.keys(tests) as (keyof AccessMatch)[]) {
    const wanted = list(match[part]);
    if (wanted !== undefined && !wanted.some(tests[part])) unmet.push({ part });
  }
  for (const [index, condition] of when.entries()) {
    const holds = compileCondition(condition)(request, clock);
    if (holds === true) continue;
    unmet.push({
      part: 'when',
      pointer: `/when/${index}`,
      attributes: attributesOf(condition),
      state: holds === false ? 'false' : 'missing',
    });
  }
  return unmet;
}

const isMissing = (unmet: UnmetPart): boolean => unmet.part === 'when' && unmet.state === 'missing';

function describe({ rule, effect, unmet }: NearRule): string {
  const parts = unmet.map((one) =>
    one.part === 'when'
      ? `${one.attributes.join(' and ')} ${one.state === 'missing' ? 'not known' : 'not as asked'} (${one.pointer})`
      : `another ${one.part}`,
  );
  return `${effect} ${rule} does not fit: ${parts.join(', ')}`;
}

/**
 * Decides by asking every rule in turn, and says why. It knows nothing of classes and tables, and so is also what tests hold the fast way
 * to.
 */
export function explainAccess(
  { rules, roles }: AuthorisationRules,
  request: AccessRequest,
  clock: Clock,
): AccessExplanation {
  if (request.path !== undefined && splitPath(request.path) === undefined) {
    const lines = ['Servers could read the path in different ways'];
    return { allowed: false, reason: 'path', nearest: [], lines };
  }
  const { role } = request.principal;
  const all = new Set<string>();
  for (const name of role === undefined ? [] : [role].flat()) {
    for (const one of inheritedRoles(roles, name)) all.add(one);
  }
  let permit: AccessRule | undefined;
  const near: NearRule[] = [];
  for (const rule of rules) {
    const unmet = findUnmet(rule, request, all, clock);
    if (rule.effect === 'deny' && unmet.every(isMissing)) {
      const known = unmet.length === 0;
      const line = `deny ${rule.id} ${known ? 'fits' : 'cannot be ruled out: attributes are missing'}`;
      return { allowed: false, rule: rule.id, reason: 'deny', nearest: [], lines: [line] };
    }
    if (rule.effect === 'deny') continue;
    if (unmet.length === 0) permit ??= rule;
    else if (permit === undefined) insertNear(near, { rule: rule.id, effect: 'permit', unmet });
  }
  if (permit !== undefined) {
    const lines = [`permit ${permit.id} fits, and no denial does`];
    return { allowed: true, rule: permit.id, reason: 'permit', nearest: [], lines };
  }
  const lines = ['No rule permits it', ...near.map(describe)];
  return { allowed: false, reason: 'no-permit', nearest: near, lines };
}

function insertNear(near: NearRule[], one: NearRule): void {
  const at = near.findIndex(({ unmet }) => unmet.length > one.unmet.length);
  near.splice(at < 0 ? near.length : at, 0, one);
  near.length = Math.min(near.length, maxNearest);
}
