import { watermarkError } from '../watermark-error.ts';

/** The highest probability of naming any innocent that may be allowed. */
const highest = 0.1;

/** Refuses probabilities that accuse too easily, or nobody ever. */
export function checkFalseAccusation(falseAccusation: number): void {
  if (falseAccusation > 0 && falseAccusation <= highest) return;
  throw watermarkError(
    'ERR_WATERMARK_OPTIONS',
    `falseAccusation must be above 0 and at most ${highest}`,
    'It is the probability of naming any innocent; 1e-9 is usual.',
  );
}
