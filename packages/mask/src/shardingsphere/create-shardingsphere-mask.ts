/**
 * The masking algorithms of Apache ShardingSphere 5, with its names, properties and results, for services that move over.
 *
 * @module
 */

import { md5 } from '@noble/hashes/legacy.js';
import { type RandomBytes, systemRandom } from '@yushu/core';
import { checkText } from '../check-text.ts';
import { coverMasks } from './cover-masks.ts';
import { propsError, type ShardingSphereProps } from './read-props.ts';
import { replacements } from './replacements.ts';

export type { ShardingSphereProps };

/** What an algorithm makes of a text that is neither `null` nor empty, once its properties are read. */
export type MakeMask = (
  props: ShardingSphereProps,
  random: RandomBytes,
) => (value: string) => string;

const encoder = new TextEncoder();
const toHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const algorithms = {
  ...coverMasks,
  MD5: (props: ShardingSphereProps) => {
    const salt = Object.hasOwn(props, 'salt') ? String(props['salt']) : '';
    return (value: string) => toHex(md5(encoder.encode(value + salt)));
  },
  ...replacements,
} satisfies Readonly<Record<string, MakeMask>>;

/** The names of the algorithms. */
export type ShardingSphereMaskType = keyof typeof algorithms;

/** The names of the algorithms. */
export const shardingSphereMaskTypes = Object.keys(algorithms) as readonly ShardingSphereMaskType[];

/** A mask with ShardingSphere's results: `null` stays `null`, and what is too short may stay as it is. */
export interface ShardingSphereMask {
  readonly name: string;
  apply(value: string | null): string | null;
}

/**
 * An algorithm of Apache ShardingSphere 5 by its configuration. Results are the same as there, faults too: the `KEEP_…` algorithms
 * give short values out uncovered, positions count UTF-16 code units, and MD5 of a phone number is undone by trying them all. For
 * new data take `createMask`, `createFormMask` or `createPseudonym`.
 *
 * @param random Source of randomness for the `…_RANDOM_REPLACE` algorithms; the platform's by default.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where a property is missing or out of range; `apply` throws `ERR_MASK_VALUE` for
 * what is neither a string nor `null`.
 *
 * @example
 * ```ts
 * import { createShardingSphereMask } from '@yushu/mask/shardingsphere';
 *
 * const mask = createShardingSphereMask('MASK_FROM_X_TO_Y', { 'from-x': 3, 'to-y': 5, 'replace-char': '*' });
 * console.log(mask.apply('abc123456')); // abc***456
 * ```
 */
export function createShardingSphereMask(
  type: ShardingSphereMaskType,
  props: ShardingSphereProps,
  random: RandomBytes = systemRandom,
): ShardingSphereMask {
  if (!Object.hasOwn(algorithms, type))
    throw propsError('type', shardingSphereMaskTypes.join(', '));
  const mask = (algorithms[type] as MakeMask)(props, random);
  return {
    name: type,
    apply(value) {
      if (value === null) return null;
      checkText(value);
      return value === '' && type !== 'MD5' ? '' : mask(value);
    },
  };
}
