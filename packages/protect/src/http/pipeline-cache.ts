import type { Requester } from '@yushu/core';
import {
  createPipeline,
  type Pipeline,
  type PipelineOptions,
} from '../pipeline/create-pipeline.ts';

/** Gives the pipeline for who asks, why, and for which operation. */
export type FindPipeline = (requester: Requester, operation: string) => Promise<Pipeline>;

/**
 * Keeps the pipelines last used. One that could not be made is not kept: its keys may be there the next time. The operation counts only where
 * a rule looks at it.
 */
export function createPipelineCache(
  options: Omit<PipelineOptions, 'role' | 'purpose' | 'operation'>,
  capacity: number,
): FindPipeline {
  const looksAtOperation = options.policy.rules.some(({ match }) => match.operation !== undefined);
  const kept = new Map<string, Promise<Pipeline>>();
  return ({ role, purpose }, operation) => {
    const name = JSON.stringify([role, purpose, looksAtOperation ? operation : undefined]);
    const known = kept.get(name);
    kept.delete(name);
    const pipeline =
      known ??
      createPipeline({
        ...options,
        source: options.source ?? operation,
        ...(role === undefined ? {} : { role }),
        ...(purpose === undefined ? {} : { purpose }),
        operation,
      });
    kept.set(name, pipeline);
    if (known === undefined) {
      pipeline.catch(() => {
        if (kept.get(name) === pipeline) kept.delete(name);
      });
      for (const oldest of kept.keys()) {
        if (kept.size <= capacity) break;
        kept.delete(oldest);
      }
    }
    return pipeline;
  };
}
