/**
 * What candidates say about each other: a name beside a telephone number is more probably a name.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import { type Candidate, sortCandidates } from './candidate.ts';
import { numberOfCategory } from './category-number.ts';
import { exactList } from './exact-list.ts';
import { reason } from './reason.ts';

const contact = reason('neighbour', 1.6, 'personal data nearby');
const list = reason('neighbour', 0.7, 'another name nearby');

/** How far a neighbour may stand, in code units. */
const reach = 36;
/** The most that a neighbour adds. */
export const mostNeighbour: number = contact.weight;
/** Log-odds from which a candidate speaks for its neighbours. */
export const sure = 0.8;

/** What a category has to do with neighbours. */
const roles = { name: 1, address: 2, personal: 4 } as const;
/** Categories that profit from neighbours. */
const weak = roles.name | roles.address;
/** Roles by number of the category. */
const roleByNumber: number[] = [];

function roleOf(category: string, number: number): number {
  let role = roleByNumber[number];
  if (role === undefined) {
    if (category === 'person.name') role = roles.name;
    else if (category === 'location.address') role = roles.address;
    else role = /^(?:contact|id|vehicle|finance)\./.test(category) ? roles.personal : 0;
    roleByNumber[number] = role;
  }
  return role;
}

/** Whether candidates of a category profit from neighbours. */
export function hasNeighbours(category: string): boolean {
  return (roleOf(category, numberOfCategory(category)) & weak) !== 0;
}

const byStart = (a: Candidate, b: Candidate): number => a.start - b.start;
/** Roles of the candidates in hand, by index. */
let roleAt = new Uint8Array(256);
const limit = 5;

/** Adds what neighbours say to names and addresses. Linear: each candidate looks at its next few on both sides only. */
export function weighNeighbours(candidates: Candidate[]): void {
  const count = candidates.length;
  if (count < 2) return;
  sortCandidates(candidates, byStart);
  if (roleAt.length < count) roleAt = new Uint8Array(count * 2);
  let any = 0;
  for (let index = 0; index < count; index += 1) {
    const { category, number } = candidates[index]!;
    const role = roleOf(category, number);
    roleAt[index] = role;
    any |= role;
  }
  if ((any & weak) === 0) return;
  for (let index = 0; index < count; index += 1) {
    const role = roleAt[index]!;
    if ((role & weak) === 0) continue;
    const candidate = candidates[index]!;
    const found = neighbourOf(candidates, index, candidate, role);
    if (found === undefined) continue;
    candidate.logOdds += found.weight;
    candidate.evidence = exactList(candidate.evidence, candidate.evidence.length, found);
  }
}

function neighbourOf(
  candidates: readonly Candidate[],
  index: number,
  candidate: Candidate,
  role: number,
): Evidence | undefined {
  const { start, end } = candidate;
  const from = Math.max(0, index - limit);
  const to = Math.min(candidates.length - 1, index + limit);
  let found: Evidence | undefined;
  for (let place = from; place <= to; place += 1) {
    if (place === index) continue;
    const other = candidates[place]!;
    const behind = other.start - end;
    // Candidates stand in order of their starts.
    if (behind > reach) break;
    const gap = behind >= 0 ? behind : start - other.end;
    if (gap < 0 || gap > reach || other.logOdds < sure) continue;
    const otherRole = roleAt[place]!;
    if (otherRole === roles.personal || (otherRole === roles.address && role === roles.name))
      return contact;
    if (otherRole === role && gap <= 3) found = list;
  }
  return found;
}
