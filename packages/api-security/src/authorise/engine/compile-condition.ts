import type { Clock } from '@yushu/core';
import type { AttributeValue } from '../../guard/ports/api-principal.ts';
import type { AccessRequest } from '../access-request.ts';
import type { AccessCondition, Comparison, TimeWindow } from '../rules/authorisation-rules.ts';

/** Whether a condition holds; `undefined` where an attribute is missing or of the wrong kind. */
export type ConditionTest = (request: AccessRequest, clock: Clock) => boolean | undefined;

type ReadAttribute = (request: AccessRequest) => AttributeValue | undefined;

/** Only what an object has itself: a name such as `constructor` must not find what all objects have. */
function own(
  object: Readonly<Record<string, AttributeValue>> | undefined,
  name: string,
): AttributeValue | undefined {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** An empty text stands for what is not known: two of them are no match. */
const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

function compileAttribute(path: string): ReadAttribute {
  const dot = path.indexOf('.');
  const name = path.slice(dot + 1);
  switch (path.slice(0, dot)) {
    case 'principal':
      if (name === 'id') return ({ principal }) => filled(principal.id);
      return ({ principal }) => own(principal.attributes, name);
    case 'resource':
      if (name === 'owner') return ({ resource }) => filled(resource?.owner);
      if (name === 'type') return ({ resource }) => filled(resource?.type);
      return ({ resource }) => own(resource?.attributes, name);
    default:
      return ({ parameters }) => own(parameters, name);
  }
}

type Compare = (left: AttributeValue, right: AttributeValue) => boolean | undefined;

const ordered =
  (holds: (left: number, right: number) => boolean): Compare =>
  (left, right) => {
    if (typeof left !== 'number' || typeof right !== 'number') return undefined;
    return Number.isNaN(left) || Number.isNaN(right) ? undefined : holds(left, right);
  };

/** Lists are equal to nothing, so that their order cannot matter; a number that is none is equal to nothing either. */
const equal: Compare = (left, right) => {
  if (typeof left === 'object' || typeof right === 'object') return undefined;
  return Number.isNaN(left) || Number.isNaN(right) ? undefined : left === right;
};

const holdsIn: Compare = (item, list) =>
  Array.isArray(list) && typeof item === 'string' ? list.includes(item) : undefined;

const comparisons: Readonly<Record<Comparison['operator'], Compare>> = {
  equals: equal,
  notEquals: (left, right) => {
    const same = equal(left, right);
    return same === undefined ? undefined : !same;
  },
  lessThan: ordered((left, right) => left < right),
  atMost: ordered((left, right) => left <= right),
  greaterThan: ordered((left, right) => left > right),
  atLeast: ordered((left, right) => left >= right),
  in: holdsIn,
  contains: (list, item) => holdsIn(item, list),
};

function compileComparison({ attribute, operator, value, other }: Comparison): ConditionTest {
  const readLeft = compileAttribute(attribute);
  const readRight: ReadAttribute = other === undefined ? () => value : compileAttribute(other);
  const compare = comparisons[operator];
  return (request) => {
    const left = readLeft(request);
    const right = readRight(request);
    return left === undefined || right === undefined ? undefined : compare(left, right);
  };
}

const minutesOfDay = 1440;

function compileTime(window: TimeWindow): ConditionTest {
  const { notBefore = -Infinity, notAfter = Infinity, days, offsetMinutes } = window;
  const from = window.fromMinute ?? 0;
  const until = window.untilMinute ?? minutesOfDay;
  return (request, clock) => {
    const time = request.time ?? clock();
    if (!Number.isFinite(time)) return undefined;
    if (time < notBefore || time > notAfter) return false;
    const minutes = Math.floor(time / 60_000) + offsetMinutes;
    const day = Math.floor(minutes / minutesOfDay);
    const minute = minutes - day * minutesOfDay;
    const overMidnight = from > until;
    const inside = overMidnight
      ? minute >= from || minute < until
      : minute >= from && minute < until;
    if (!inside) return false;
    // After midnight a window still belongs to the day on which it began. 1970-01-01 was a Thursday.
    const began = overMidnight && minute < until ? day - 1 : day;
    return days === undefined || days.includes((((began + 4) % 7) + 7) % 7);
  };
}

/** Compiles one condition. */
export function compileCondition(condition: AccessCondition): ConditionTest {
  switch (condition.kind) {
    case 'comparison':
      return compileComparison(condition);
    case 'time':
      return compileTime(condition);
    case 'present': {
      const read = compileAttribute(condition.attribute);
      return (request) => (read(request) !== undefined) === condition.present;
    }
    case 'purpose': {
      const purposes = new Set(condition.purposes);
      return ({ principal: { purpose } }) =>
        purpose === undefined ? undefined : purposes.has(purpose);
    }
  }
}

/** All of them: false where one is false, otherwise unknown where one is unknown (Kleene's strong logic). */
export function compileConditions(conditions: readonly AccessCondition[]): ConditionTest {
  const tests = conditions.map(compileCondition);
  const [first] = tests;
  if (first !== undefined && tests.length === 1) return first;
  return (request, clock) => {
    let result: boolean | undefined = true;
    for (const test of tests) {
      const holds = test(request, clock);
      if (holds === false) return false;
      if (holds === undefined) result = undefined;
    }
    return result;
  };
}
