/**
 * Error rates of the sequential tests, in one place.
 *
 * @module
 */

/**
 * Threshold of every test for one principal: e^16 ≈ 9 × 10⁶ observations on average until a false alarm of somebody who is just still
 * usual. At a hundred new objects a day that is one false alarm in 10⁵ such principals a day.
 */
export const alarmEvidence = 16;

/**
 * Threshold while many together do the same (`distributed-enumeration`): the odds for an attack are then higher before anything is seen
 * of this principal, by e^6 to one.
 */
export const alarmEvidenceInCampaign = 10;

/** How far above the median of a log-normal population a figure must be: five standard deviations, 3 × 10⁻⁷ one-sided. */
export const outlierDeviations = 5;

/** Populations of fewer members say nothing about what is usual. */
export const leastPopulation = 16;
