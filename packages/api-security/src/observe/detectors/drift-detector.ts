import type { Level } from '@yushu/core';
import { BloomPair } from '../sketches/bloom-pair.ts';
import type { Detector, ExchangeContext } from './exchange-context.ts';
import { isSensitive } from './sensitive-values.ts';

/**
 * After so many answers without a category its share is below 0.3 % with 95 % confidence (rule of three: Hanley, Lippman-Hand 1983), and
 * its coming is worth a word.
 */
const leastAnswers = 1000;
const maxOperations = 4096;
/** Kinds of data that one operation can give. */
const maxCategories = 64;
/** Of one answer. */
const maxFields = 32;

/** Fields and sensitive categories that come from operations which never gave them. */
export class DriftDetector implements Detector {
  private readonly fields = new BloomPair(1 << 16);
  private readonly categories: (Set<string> | undefined)[] = [];
  private readonly answers = new Uint32Array(maxOperations);

  get byteLength(): number {
    return this.fields.byteLength + this.answers.byteLength;
  }

  observe({ exchange, operation, hash, report }: ExchangeContext): void {
    if (operation === undefined || operation.index >= maxOperations) return;
    const { undocumented, sensitive } = exchange;
    for (const pointer of undocumented.slice(0, maxFields)) {
      hash.hash(pointer, 14, operation.index);
      if (this.fields.add(hash.high, hash.low)) continue;
      report('schema-drift', { personal: false, path: maskPointer(pointer) });
    }
    if (exchange.status >= 300) return;
    const seen = this.answers[operation.index]!;
    this.answers[operation.index] = seen + 1;
    for (const { category, level, count } of sensitive.slice(0, maxFields)) {
      if (!(count > 0) || !isSensitive(level)) continue;
      this.categories[operation.index] ??= new Set();
      const known = this.categories[operation.index]!;
      if (known.has(category) || known.size >= maxCategories) continue;
      known.add(category);
      if (seen < leastAnswers) continue;
      report('sensitive-drift', { personal: false, level: level satisfies Level });
    }
  }
}

/** A pointer in which names that could be data are `*`. */
function maskPointer(pointer: string): string {
  return pointer
    .slice(0, 1024)
    .split('/')
    .map((name) => (/^[A-Za-z_$*][A-Za-z_$.~-]{0,31}$/.test(name) || name === '' ? name : '*'))
    .join('/');
}
