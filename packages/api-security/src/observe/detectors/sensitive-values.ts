import { compareLevels, type Level } from '@yushu/core';
import type { ExchangeFacts } from '../../guard/ports/api-observer.ts';
import { countOf } from './count-of.ts';

const leastLevel: Level = 3;

/** Whether values of a level count as sensitive: from 3 on, as do important and core data. */
export function isSensitive(level: Level): boolean {
  return compareLevels(level, leastLevel) >= 0;
}

/** How many sensitive values went out as they are. */
export function sensitiveValues({ sensitive }: ExchangeFacts): number {
  let sum = 0;
  for (const { level, disclosed } of sensitive) if (isSensitive(level)) sum += countOf(disclosed);
  return sum;
}
