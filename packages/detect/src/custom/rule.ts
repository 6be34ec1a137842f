import type { CategoryId } from '@yushu/core';
import type { ValidatorName } from './validators.ts';

/** A detector as data: what a file of rules holds. */
export interface DetectorRule {
  /** Id that findings carry. */
  readonly id: string;
  /** Category of the findings, such as `custom.employee_id`. */
  readonly category: CategoryId;
  /** Pattern in RE2 syntax: no backreferences and no lookaround, so that time is linear. */
  readonly pattern: string;
  /** Group of the pattern that is the value; `first` for the first group that matched. Default 0, the whole match. */
  readonly group?: number | 'first';
  /** Whether letters match in any case. Default false. */
  readonly ignoreCase?: boolean;
  /** Probability, 0 to 1, that a match without any cue is what it seems. Default 0.75. */
  readonly score?: number;
  /**
   * Words of which one must stand near a match: no further from it than the longest text that the pattern can match, or anywhere
   * where the pattern has no bound. Only there the pattern is tried at all.
   */
  readonly keywords?: readonly string[];
  /** Words that speak for a match where one stands within `cueReach` units before it. */
  readonly cues?: readonly string[];
  /** Default 40. */
  readonly cueReach?: number;
  /** Check of the value. */
  readonly validator?: ValidatorName;
  /** Least Shannon entropy of the value, in bits a character. */
  readonly minEntropy?: number;
  /** Values that hold one of these words, in any case, are no matches. */
  readonly stopWords?: readonly string[];
  /** Patterns of values that are allowed to stand there. */
  readonly allow?: readonly string[];
  /** Patterns of whole matches that are allowed, where the value is a group. */
  readonly allowMatch?: readonly string[];
  /** Patterns of lines on which matches are allowed. */
  readonly allowLine?: readonly string[];
}
