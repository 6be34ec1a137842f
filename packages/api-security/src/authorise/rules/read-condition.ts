import { appendPointer } from '@yushu/core';
import type { AttributeValue } from '../../guard/ports/api-principal.ts';
import {
  type AccessCondition,
  type ComparisonOperator,
  comparisonOperators,
  type TimeWindow,
  weekdays,
} from './authorisation-rules.ts';
import { readObject, readText, readTexts } from './read-parts.ts';
import type { ReportProblem } from './rule-problem.ts';

const attributeForm = /^(?:principal|resource|parameters)\.[^.]+$/u;
const clockForm = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/;
const offsetForm = /^(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

const timeKeys = ['notBefore', 'notAfter', 'days', 'from', 'until', 'offset'];

/** Operators that order, and so want numbers. */
const ordering: readonly ComparisonOperator[] = ['lessThan', 'atMost', 'greaterThan', 'atLeast'];

function readAttribute(value: unknown, pointer: string, report: ReportProblem): string | undefined {
  const path = readText(value, pointer, report);
  if (path === undefined || attributeForm.test(path)) return path;
  return report(pointer, 'must be principal.<name>, resource.<name> or parameters.<name>');
}

function readValue(
  value: unknown,
  operator: ComparisonOperator,
  pointer: string,
  report: ReportProblem,
): AttributeValue | undefined {
  if (operator === 'in') return readTexts(value, pointer, report);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (ordering.includes(operator)) return report(pointer, 'must be a finite number');
  return typeof value === 'string' || typeof value === 'boolean'
    ? value
    : report(pointer, 'must be a text, a finite number, true or false, or { attribute: … }');
}

function readComparison(
  fields: Readonly<Record<string, unknown>>,
  pointer: string,
  report: ReportProblem,
): AccessCondition | undefined {
  const attribute = readAttribute(fields['attribute'], `${pointer}/attribute`, report);
  const tests = Object.keys(fields).filter((key) => key !== 'attribute');
  const [name] = tests;
  if (name === undefined || tests.length > 1) {
    return report(pointer, `must hold exactly one of ${comparisonOperators.join(', ')}, present`);
  }
  const at = `${pointer}/${name}`;
  const given = fields[name];
  if (name === 'present') {
    if (typeof given !== 'boolean') return report(at, 'must be true or false');
    return attribute === undefined ? undefined : { kind: 'present', attribute, present: given };
  }
  const operator = name as ComparisonOperator;
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
    const other = readAttribute(
      readObject(given, at, ['attribute'], report)?.['attribute'],
      `${at}/attribute`,
      report,
    );
    if (attribute === undefined || other === undefined) return undefined;
    return { kind: 'comparison', attribute, operator, other };
  }
  const value = readValue(given, operator, at, report);
  if (attribute === undefined || value === undefined) return undefined;
  return { kind: 'comparison', attribute, operator, value };
}

function readMinute(value: unknown, pointer: string, report: ReportProblem): number | undefined {
  if (typeof value !== 'string' || !clockForm.test(value)) return report(pointer, 'must be HH:MM');
  return Number(value.slice(0, 2)) * 60 + Number(value.slice(3));
}

function readInstant(value: unknown, pointer: string, report: ReportProblem): number | undefined {
  const time = typeof value === 'string' && instantForm.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? report(pointer, 'must be an RFC 3339 instant with offset') : time;
}

function readOffset(value: unknown, pointer: string, report: ReportProblem): number | undefined {
  const parts = typeof value === 'string' ? offsetForm.exec(value) : null;
  if (parts === null) return report(pointer, 'must be Z or an offset such as +08:00');
  const minutes = Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
  return parts[1] === '-' ? -minutes : minutes;
}

function readDays(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): readonly number[] | undefined {
  const names = readTexts(value, pointer, report);
  const days = names?.map((name) => (weekdays as readonly string[]).indexOf(name));
  return days?.includes(-1) ? report(pointer, `must be of ${weekdays.join(', ')}`) : days;
}

function readTime(value: unknown, pointer: string, report: ReportProblem): TimeWindow | undefined {
  const fields = readObject(value, pointer, timeKeys, report);
  if (fields === undefined) return undefined;
  if (Object.keys(fields).every((key) => key === 'offset')) {
    return report(pointer, 'must hold at least one of notBefore, notAfter, days, from, until');
  }
  const read = <Part>(
    key: string,
    reader: (value: unknown, pointer: string, report: ReportProblem) => Part | undefined,
  ) => (fields[key] === undefined ? undefined : reader(fields[key], `${pointer}/${key}`, report));
  const parts = {
    notBefore: read('notBefore', readInstant),
    notAfter: read('notAfter', readInstant),
    days: read('days', readDays),
    fromMinute: read('from', readMinute),
    untilMinute: read('until', readMinute),
  };
  if (parts.fromMinute !== undefined && parts.fromMinute === parts.untilMinute) {
    return report(`${pointer}/until`, 'must differ from `from`');
  }
  const offsetMinutes = read('offset', readOffset) ?? 0;
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  return { kind: 'time', offsetMinutes, ...Object.fromEntries(given) };
}

function readShort(
  fields: Readonly<Record<string, unknown>>,
  pointer: string,
  report: ReportProblem,
): AccessCondition | undefined {
  const [key] = Object.keys(fields);
  const at = `${pointer}/${key}`;
  if (key === 'purpose') {
    const purposes = readTexts(fields[key], at, report);
    return purposes && { kind: 'purpose', purposes };
  }
  if (key === 'time') return readTime(fields[key], at, report);
  if (fields[key ?? ''] !== true) return report(at, 'must be true');
  return key === 'owner'
    ? { kind: 'comparison', attribute: 'resource.owner', operator: 'equals', other: 'principal.id' }
    : {
        kind: 'comparison',
        attribute: 'resource.tenant',
        operator: 'equals',
        other: 'principal.tenant',
      };
}

/** Reads one condition of a rule. */
export function readCondition(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): AccessCondition | undefined {
  const fields = readObject(value, pointer, undefined, report);
  if (fields === undefined) return undefined;
  const keys = Object.keys(fields);
  if (keys.includes('attribute')) {
    const known: readonly string[] = ['attribute', 'present', ...comparisonOperators];
    const strange = keys.find((key) => !known.includes(key));
    if (strange !== undefined) {
      return report(
        appendPointer(pointer, strange),
        `is not known here (expected: ${known.join(', ')})`,
      );
    }
    return readComparison(fields, pointer, report);
  }
  if (keys.length !== 1 || !['purpose', 'owner', 'tenant', 'time'].includes(keys[0]!)) {
    return report(pointer, 'must hold attribute, or exactly one of purpose, owner, tenant, time');
  }
  return readShort(fields, pointer, report);
}
