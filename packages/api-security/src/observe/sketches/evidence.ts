/**
 * Sequential tests of shares. Each observation adds its log-likelihood ratio between what is usual and an attack; a sum below zero begins
 * anew (CUSUM: E. S. Page 1954). As long as the usual share is not above `usual`, the expected number of observations until a false alarm
 * at the threshold h is at least e^h (G. Lorden 1971).
 *
 * @module
 */

/** What an observation adds. */
export function evidenceOf(happened: boolean, usual: number, attack: number): number {
  return happened ? Math.log(attack / usual) : Math.log((1 - attack) / (1 - usual));
}

/** A share that is learnt from a population, beginning with an assumption that counts as so many observations. */
export class LearntShare {
  private hits: number;
  private observations: number;
  private readonly most: number;

  constructor(assumed: number, weight: number, most = 20_000) {
    this.hits = assumed * weight;
    this.observations = weight;
    this.most = most;
  }

  get value(): number {
    return this.hits / this.observations;
  }

  add(happened: boolean): void {
    if (happened) this.hits += 1;
    this.observations += 1;
    // Older ones fade.
    if (this.observations > this.most) {
      this.hits /= 2;
      this.observations /= 2;
    }
  }
}
