/**
 * What masks are worth, measured on what they give out.
 *
 * @module
 */
import { isDataSecurityError, type Transform } from '@yushu/core';
import { checkCount, optionError } from '../check-options.ts';
import { createRiskCensus, type RiskReport, type RiskRow } from '../risk/create-risk-census.ts';
import { type AttackResult, attackHashes } from './attack-hashes.ts';
import { guessDomain } from './guess-domain.ts';

/** Masks by column, and what the columns are. */
export interface MaskingPolicy {
  /** What becomes of the values of each column; the others are released as they are. */
  readonly columns: Readonly<Record<string, Transform>>;
  /** Columns that name someone by themselves, such as a phone number. */
  readonly directIdentifiers?: readonly string[];
  /** Columns by which someone may be known together, such as age and district. */
  readonly quasiIdentifiers?: readonly string[];
  /** Whether only figures of groups are released, and no row. */
  readonly isAggregated?: boolean;
}

/** Options of {@link assess}. */
export interface AssessOptions {
  /** Most values that an attack tries for a column: 1 to 10^9; 200,000 by default, about a second. */
  readonly maxTrials?: number;
  /** Highest risk to be found again that is accepted: 0 to 1, 0.05 by default, which is k = 20. */
  readonly acceptableRisk?: number;
}

/** Something that is wrong with a mask. */
export interface MaskFinding {
  readonly column: string;
  readonly rule: /** Values came out as they went in. */
    | 'unchanged'
    /** Values were found again by trying those that there are. */
    | 'broken-hash'
    /** What is covered can be tried out: fewer than a million values fit the rest. */
    | 'few-candidates'
    /** What is left of most values occurs once: whoever knows the whole value finds the row. */
    | 'unique-pattern'
    /** Few different values, each with its own output: how often it occurs tells which it is. */
    | 'small-domain'
    /** Values that the mask refused: they would not be released. */
    | 'refused';
  readonly message: string;
  /** The figure that it rests on. */
  readonly figure: number;
}

/** What became of a column. */
export interface ColumnAssessment {
  readonly column: string;
  readonly values: number;
  readonly distinctBefore: number;
  readonly distinctAfter: number;
  /** Different values that share their output with another, as a part of all different values. */
  readonly collisions: number;
  /** Information that is lost: 1 − entropy after / entropy before, 0 to 1. */
  readonly informationLoss: number;
  /** Rows whose value was the same after. */
  readonly unchanged: number;
  /** The dictionary attack, where the output is a digest and the domain can be enumerated. */
  readonly attack?: AttackResult;
}

/** What {@link assess} found. */
export interface MaskingAssessment {
  /** Level of GB/T 42460-2023: 1 names people, 2 leaves quasi-identifiers at a risk, 3 has an acceptable risk, 4 is aggregated. */
  readonly level: 1 | 2 | 3 | 4;
  /** Why it is this level, with its figure. */
  readonly basis: { readonly reason: string; readonly figure: number };
  readonly columns: readonly ColumnAssessment[];
  readonly findings: readonly MaskFinding[];
  /** Risk by the quasi-identifiers, as they are released. */
  readonly risk?: RiskReport;
}

const textOf = (value: RiskRow[string]) =>
  value === undefined || value === null ? '' : String(value);

function entropyOf(texts: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values())
    entropy -= (count / texts.length) * Math.log2(count / texts.length);
  return entropy;
}

/** How many values fit what a covering mask leaves: ten for each digit that is covered, 26 for each letter; undefined for other masks. */
function candidatesOf(before: string, after: string): number | undefined {
  const [was, is] = [[...before], [...after]];
  if (was.length !== is.length) return undefined;
  let candidates = 1;
  for (let at = 0; at < was.length; at += 1) {
    if (was[at] === is[at]) continue;
    if (is[at] !== '*') return undefined;
    candidates *= /[0-9]/.test(was[at]!) ? 10 : /[A-Za-z]/.test(was[at]!) ? 26 : 1000;
  }
  return candidates;
}

interface Masked {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly refused: number;
}

/** Counts above which a mask is worth a finding. */
const limits = { candidates: 1e6, smallDomain: 100, unique: 0.5 } as const;

function assessColumn(
  column: string,
  { before, after, refused }: Masked,
  maxTrials: number,
  findings: MaskFinding[],
): ColumnAssessment {
  const outputsOf = new Map<string, string>();
  const inputsOf = new Map<string, Set<string>>();
  for (const [at, value] of before.entries()) {
    outputsOf.set(value, after[at]!);
    inputsOf.set(after[at]!, (inputsOf.get(after[at]!) ?? new Set()).add(value));
  }
  const found = (rule: MaskFinding['rule'], message: string, figure: number) =>
    findings.push({ column, rule, message, figure });
  const unchanged = before.filter((value, at) => value === after[at]).length;
  if (unchanged > 0)
    found(
      'unchanged',
      `${unchanged} of ${before.length} values came out as they went in`,
      unchanged,
    );
  if (refused > 0)
    found('refused', `${refused} values were refused: their rows cannot be released`, refused);
  const domain = guessDomain(before);
  const attack = domain && attackHashes(inputsOf.keys(), domain, maxTrials);
  if (attack !== undefined && attack.recovered > 0) {
    found(
      'broken-hash',
      `${attack.recovered} of ${attack.targets} values were found again: ${attack.hash} without a key, tried on ${attack.trials} values of the domain ${attack.domain}`,
      attack.recovered / attack.targets,
    );
  }
  const candidates = before.map((value, at) =>
    value === after[at] ? undefined : candidatesOf(value, after[at]!),
  );
  const known = candidates.filter((count) => count !== undefined);
  const fewest =
    known.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...known.slice(0, 10_000));
  if (fewest < limits.candidates) {
    found(
      'few-candidates',
      `only ${fewest} values fit what is left of one: they can all be tried`,
      fewest,
    );
  }
  const alone = [...inputsOf.values()].filter(({ size }) => size === 1).length;
  if (known.length > 0 && before.length >= 10 && alone > limits.unique * before.length) {
    found(
      'unique-pattern',
      `what is left of ${alone} of ${before.length} values occurs once`,
      alone / before.length,
    );
  }
  const isOneToOne = inputsOf.size === outputsOf.size && unchanged === 0;
  if (
    isOneToOne &&
    inputsOf.size > 1 &&
    inputsOf.size <= limits.smallDomain &&
    before.length >= 5 * inputsOf.size
  ) {
    found(
      'small-domain',
      `each of ${inputsOf.size} values has an output of its own: how often it occurs tells which it is`,
      inputsOf.size,
    );
  }
  let colliding = 0;
  for (const { size } of inputsOf.values()) if (size > 1) colliding += size;
  const entropy = entropyOf(before);
  return {
    column,
    values: before.length,
    distinctBefore: outputsOf.size,
    distinctAfter: inputsOf.size,
    collisions: outputsOf.size === 0 ? 0 : colliding / outputsOf.size,
    informationLoss: entropy === 0 ? 0 : Math.min(1, Math.max(0, 1 - entropyOf(after) / entropy)),
    unchanged,
    ...(attack === undefined ? {} : { attack }),
  };
}

/**
 * Masks a sample, then attacks what came out: hashes without a key are tried over the values that there are, what covers leave is counted,
 * and the level of GB/T 42460-2023 is given with the figure that it rests on. Findings never hold values. What it does not find is no proof.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`.
 *
 * @example
 * ```ts
 * import { createHash } from 'node:crypto';
 * import { assess } from '@yushu/mask/assess';
 *
 * const md5 = { name: 'md5', apply: (value: string) => createHash('md5').update(value).digest('hex') };
 * const { level, findings } = assess(
 *   { columns: { phone: md5 }, directIdentifiers: ['phone'] },
 *   [{ phone: '13800138000' }, { phone: '13800138001' }],
 * );
 * console.log(level, findings[0]?.rule); // 1 broken-hash
 * ```
 */
export function assess(
  policy: MaskingPolicy,
  sample: readonly RiskRow[],
  options: AssessOptions = {},
): MaskingAssessment {
  if (typeof policy?.columns !== 'object' || policy.columns === null) {
    throw optionError('columns', 'a transform for each column');
  }
  if (!Array.isArray(sample)) throw optionError('sample', 'rows');
  const maxTrials = checkCount(options.maxTrials ?? 200_000, 'maxTrials', 1, 1e9);
  const acceptableRisk = options.acceptableRisk ?? 0.05;
  if (!(typeof acceptableRisk === 'number' && acceptableRisk >= 0 && acceptableRisk <= 1)) {
    throw optionError('acceptableRisk', 'a number from 0 to 1');
  }
  const { columns, directIdentifiers = [], quasiIdentifiers = [] } = policy;
  const released: Record<string, RiskRow[string]>[] = (sample as readonly RiskRow[]).map((row) => ({
    ...row,
  }));
  const findings: MaskFinding[] = [];
  const assessed = Object.entries(columns).map(([column, transform]) => {
    const before: string[] = [];
    const after: string[] = [];
    let refused = 0;
    for (const [at, row] of (sample as readonly RiskRow[]).entries()) {
      const value = textOf(row[column]);
      if (value === '') continue;
      try {
        const made = transform.apply(value, { column, row: String(at + 1) });
        before.push(value);
        after.push(made);
        released[at]![column] = made;
      } catch (error) {
        if (!isDataSecurityError(error)) throw error;
        refused += 1;
        released[at]![column] = null;
      }
    }
    return assessColumn(column, { before, after, refused }, maxTrials, findings);
  });
  const risk = quasiIdentifiers.length === 0 ? undefined : riskOf(released, quasiIdentifiers);
  const named = directIdentifiers.map((column) => namedBy(column, sample, assessed, findings));
  return {
    ...levelOf(policy, named, risk, acceptableRisk, sample.length),
    columns: assessed,
    findings,
    ...(risk === undefined ? {} : { risk }),
  };
}

function riskOf(rows: readonly RiskRow[], quasiIdentifiers: readonly string[]): RiskReport {
  const census = createRiskCensus({ quasiIdentifiers });
  for (const row of rows) census.add(row);
  return census.report();
}

/** The part of the values of a direct identifier that are still known: as they were, or found again. */
function namedBy(
  column: string,
  sample: readonly RiskRow[],
  assessed: readonly ColumnAssessment[],
  findings: MaskFinding[],
): { column: string; part: number } {
  const found = assessed.find((one) => one.column === column);
  if (found === undefined) {
    const present = sample.filter((row) => textOf(row[column]) !== '').length;
    if (present > 0) {
      findings.push({
        column,
        rule: 'unchanged',
        message: `${present} values are released as they are: no mask is named`,
        figure: present,
      });
    }
    return { column, part: sample.length === 0 ? 0 : present / sample.length };
  }
  const { values, unchanged, attack } = found;
  const recovered = attack === undefined ? 0 : attack.recovered / attack.targets;
  return { column, part: Math.max(values === 0 ? 0 : unchanged / values, recovered) };
}

function levelOf(
  { isAggregated, quasiIdentifiers = [] }: MaskingPolicy,
  named: readonly { readonly column: string; readonly part: number }[],
  risk: RiskReport | undefined,
  acceptableRisk: number,
  rows: number,
): Pick<MaskingAssessment, 'level' | 'basis'> {
  const worst = [...named].sort((one, other) => other.part - one.part)[0];
  if (worst !== undefined && worst.part > 0) {
    return {
      level: 1,
      basis: {
        reason: `direct identifier ${worst.column} is still known, as a part of its values`,
        figure: worst.part,
      },
    };
  }
  if (isAggregated === true)
    return { level: 4, basis: { reason: 'only figures of groups are released', figure: 0 } };
  if (rows === 0)
    return { level: 2, basis: { reason: 'no rows: nothing could be measured', figure: 0 } };
  if (risk === undefined) {
    return {
      level: 2,
      basis: {
        reason: 'no quasi-identifiers are named: the risk by them is not known',
        figure: quasiIdentifiers.length,
      },
    };
  }
  const { highestRisk, k } = risk;
  const isAccepted = highestRisk <= acceptableRisk;
  return {
    level: isAccepted ? 3 : 2,
    basis: {
      reason: `highest risk to be found again, by classes of ${k} rows and more in the sample; ${acceptableRisk} is accepted`,
      figure: highestRisk,
    },
  };
}
