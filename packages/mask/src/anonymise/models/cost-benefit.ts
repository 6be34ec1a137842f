import { checkNumber } from '../../check-options.ts';

/** What a record is worth, in one currency, each 0 or more (Wan et al. 2015, "A game theoretic framework for analyzing re-identification risk"). */
export interface CostBenefit {
  /** What the publisher earns by a record that nothing was changed of. */
  readonly publisherBenefit: number;
  /** What the publisher loses by a record that is found again. */
  readonly publisherLoss: number;
  /** What an attacker earns by a record that is found again. */
  readonly adversaryGain: number;
  /** What it costs an attacker to look for one. */
  readonly adversaryCost: number;
}

/**
 * Checks the amounts.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`.
 */
export function checkCostBenefit(terms: CostBenefit): CostBenefit {
  const check = (name: keyof CostBenefit) =>
    checkNumber(terms[name], name, 0, Number.MAX_SAFE_INTEGER);
  return {
    publisherBenefit: check('publisherBenefit'),
    publisherLoss: check('publisherLoss'),
    adversaryGain: check('adversaryGain'),
    adversaryCost: check('adversaryCost'),
  };
}

/** What the publisher earns by a record: its benefit, less what is lost where it pays to attack. */
export function publisherPayout(terms: CostBenefit, loss: number, success: number): number {
  const attacked = terms.adversaryGain * success > terms.adversaryCost;
  return terms.publisherBenefit * (1 - loss) - (attacked ? terms.publisherLoss * success : 0);
}

/** The smallest class in which it does not pay to attack. */
export function deterrentSize({ adversaryGain, adversaryCost }: CostBenefit): number {
  if (adversaryGain === 0) return 1;
  // At the very threshold an attacker neither wins nor loses: that is one too few.
  return Math.min(2 ** 31 - 1, Math.floor(adversaryGain / adversaryCost) + 1);
}
