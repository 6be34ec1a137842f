import { type CategoryId, type Policy, parsePointer, type Requester } from '@yushu/core';
import { createScanner, type Scanner } from '@yushu/detect';
import { createPipeline, type FieldTreatments, type Pipeline } from '@yushu/protect';
import type { GuardSettings } from '../guard-options.ts';
import type { ScanField, ScanVerdict } from './field-action.ts';
import { kindOf } from './kind-of.ts';
import { type PlanOptions, ResponsePlan } from './response-plan.ts';
import type { SchemaSpace } from './schema-space.ts';
import { withheldText } from './treat-scalar.ts';

/** Plans that are kept, one for each operation, role and purpose. */
const maxPlans = 4096;

/** Verdicts of one scan that are shared. */
const maxVerdicts = 1024;

/** What is needed to show responses of one operation to one reader. */
export interface ReaderPlan {
  readonly plan: ResponsePlan;
  /** For texts that have no structure. */
  readonly pipeline: Pipeline;
  /** Whether a rule of the policy, and not its default, speaks of a category. */
  readonly isRuled: (category: CategoryId) => boolean;
}

/** Whether rules look at paths, and up to which index they tell elements apart. */
function pathsOf(policy: Policy): PlanOptions['paths'] {
  const patterns = policy.rules.flatMap(({ match }) => [match.path ?? []].flat());
  const indexes = patterns.flatMap((pattern) =>
    parsePointer(pattern).flatMap((segment) => (/^\d{1,9}$/.test(segment) ? Number(segment) : [])),
  );
  return { areAsked: patterns.length > 0, maxIndex: Math.max(-1, ...indexes) };
}

/** A scan by the policy's pipeline. Credentials are withheld unless a rule lets them out. */
function createScan(pipeline: Pipeline): ScanField {
  const shared = new Map<string, ScanVerdict>();
  return (value, name, { row }) => {
    if (value === null || typeof value === 'boolean') return { value, verdicts: [] };
    const place = name === undefined ? {} : { column: name };
    const result = pipeline.value(value, { ...place, row: String(row) });
    let isWithheld = false;
    const verdicts = result.decisions.map(({ action, rule, category, keyId, outcome }) => {
      const isCredential =
        action === 'allow' && rule === 'default' && category?.startsWith('secret.') === true;
      if (isCredential || outcome === 'failure') isWithheld = true;
      const key = `${action} ${rule} ${category} ${isCredential}`;
      let verdict = shared.get(key);
      if (verdict === undefined) {
        verdict = {
          action: isCredential ? 'block' : action,
          reason: isCredential ? 'credential' : 'policy',
          rule,
          category,
          keyId,
          kind: category === undefined ? undefined : kindOf(category),
        };
        if (shared.size < maxVerdicts) shared.set(key, verdict);
      }
      return verdict;
    });
    const shown = isWithheld ? withheldText : (result.value as string | number);
    return { value: shown, verdicts };
  };
}

/** Makes and keeps the plans of readers. */
export class ReaderPlans {
  private readonly space: SchemaSpace;
  private readonly settings: GuardSettings;
  private readonly treat: FieldTreatments;
  private readonly scanner: Scanner;
  private readonly paths: PlanOptions['paths'];
  private readonly kept = new Map<string, Promise<ReaderPlan>>();

  constructor(space: SchemaSpace, settings: GuardSettings, treat: FieldTreatments) {
    this.space = space;
    this.settings = settings;
    this.treat = treat;
    this.scanner = settings.scanner ?? createScanner();
    this.paths = pathsOf(settings.policy);
  }

  find({ role, purpose }: Requester, operation: string): Promise<ReaderPlan> {
    const key = JSON.stringify([role, purpose, operation]);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const plan = this.make(
      {
        ...(role === undefined ? {} : { role }),
        ...(purpose === undefined ? {} : { purpose }),
      },
      operation,
    );
    this.kept.set(key, plan);
    // One that could not be made is not kept: its keys may be there the next time.
    plan.catch(() => this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= maxPlans) break;
      this.kept.delete(oldest);
    }
    return plan;
  }

  private async make(requester: Requester, operation: string): Promise<ReaderPlan> {
    const { policy, keys, table, tenant, undocumentedFields, scansTexts } = this.settings;
    const pipeline = await createPipeline({
      policy,
      keys,
      table,
      tenant,
      scanner: this.scanner,
      operation,
      ...requester,
    });
    const plan = new ResponsePlan({
      space: this.space,
      treat: (field) => this.treat({ ...field, ...requester, operation }),
      scan: createScan(pipeline),
      undocumented: undocumentedFields,
      scansDescribed: scansTexts === true,
      paths: this.paths,
    });
    const isRuled = (category: CategoryId) =>
      this.treat({ category, ...requester, operation }).rule !== 'default';
    return { plan, pipeline, isRuled };
  }
}
