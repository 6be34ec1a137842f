import {
  type AuditSink,
  type Clock,
  type KeyProvider,
  type Policy,
  systemClock,
} from '@yushu/core';
import type { Scanner } from '@yushu/detect';
import { guardError } from './guard-error.ts';
import type { UndocumentedFields } from './plan/response-plan.ts';
import type { ApiObserver } from './ports/api-observer.ts';
import type { Authorise } from './ports/authorise.ts';
import type { RequestFacts } from './ports/request-facts.ts';
import type { Refusal } from './problem.ts';
import type { Redaction } from './redact/redaction.ts';

/** How much of a message is taken. */
export interface GuardLimits {
  /** Bytes of a request body; 1 MiB unless given. */
  readonly maxRequestBytes?: number;
  /** Levels of nesting in bodies, 64 unless given, at most 1000. */
  readonly maxDepth?: number;
  /** Bytes of one name or value of a response that must be seen in full, 1 MiB unless given. */
  readonly maxValueBytes?: number;
  /** Redactions of one response that are listed one by one, 1000 unless given. */
  readonly maxRedactions?: number;
}

/** Options of `createApiGuard`. */
export interface ApiGuardOptions {
  /** OpenAPI 2, 3.0, 3.1 or 3.2: text in JSON or YAML, or the object. */
  readonly spec: unknown;
  /** What each reader may see, as `parsePolicy` of `@yushu/core` or `readPolicy` of `@yushu/protect` gives it. */
  readonly policy: Policy;
  /** Where keys come from. Needed where the policy names any. */
  readonly keys?: KeyProvider | undefined;
  /** Names of tenant and table, where a rule binds values to them. */
  readonly tenant?: string | undefined;
  readonly table?: string | undefined;
  /** What stands before the paths of the description, such as `/v1`; those of its servers unless given. */
  readonly basePaths?: readonly string[] | undefined;
  /** Requests that the description does not have: answered with 404 or 405 (`block`, the default), or let through and reported. */
  readonly shadowRoutes?: 'block' | 'report' | undefined;
  /** Requests that are not as described: answered with a problem (`block`, the default), or let through and reported. */
  readonly invalidRequests?: 'block' | 'report' | undefined;
  /** Whether members of request bodies that the description lacks make a request invalid; yes unless it says `additionalProperties`. */
  readonly undeclaredMembers?: 'refuse' | 'accept' | undefined;
  /** Fields of responses that the description lacks: taken out (`remove`, the default), or searched with the detectors. */
  readonly undocumentedFields?: UndocumentedFields | undefined;
  /** Responses with a status or media type that the description lacks: searched with the detectors (`scan`, the default), or withheld. */
  readonly undescribedResponses?: 'scan' | 'block' | undefined;
  /**
   * Whether JSON bodies of responses are held to their schema, up to `maxRequestBytes` of them: not at all (the default), to `report` what does
   * not hold, or to `block` the response, which then goes out only when it is whole.
   */
  readonly responseSchemas?: 'ignore' | 'report' | 'block' | undefined;
  /** Whether texts are searched too that the description knows and no class fits, such as remarks. */
  readonly scansTexts?: boolean | undefined;
  /** Asked before a request is handled. */
  readonly authorise?: Authorise | undefined;
  /** Sees every exchange once it has ended. */
  readonly observer?: ApiObserver | undefined;
  /** Where events go. Where it fails or falls behind, requests are answered with 503. */
  readonly audit?: AuditSink | undefined;
  /** Told of what was taken out of a response: a JSON Patch without values. */
  readonly onRedaction?:
    | ((redactions: readonly Redaction[], request: RequestFacts) => void)
    | undefined;
  /** Told of every refusal, and of what would have been one where something is only reported. */
  readonly onRefusal?: ((refusal: Refusal, request: RequestFacts | undefined) => void) | undefined;
  /** What finds in what is not described; `createScanner()` unless given. */
  readonly scanner?: Scanner | undefined;
  readonly limits?: GuardLimits | undefined;
  /** Milliseconds since 1970. The platform's clock unless given. */
  readonly clock?: Clock | undefined;
}

/** Options with every default filled in. */
export interface GuardSettings
  extends Omit<ApiGuardOptions, 'limits' | 'clock' | 'spec'>,
    Required<GuardLimits> {
  readonly shadowRoutes: 'block' | 'report';
  readonly invalidRequests: 'block' | 'report';
  readonly undocumentedFields: UndocumentedFields;
  readonly undescribedResponses: 'scan' | 'block';
  readonly responseSchemas: 'ignore' | 'report' | 'block';
  readonly clock: Clock;
}

const choices = {
  shadowRoutes: ['block', 'report'],
  invalidRequests: ['block', 'report'],
  undeclaredMembers: ['refuse', 'accept'],
  undocumentedFields: ['remove', 'scan'],
  undescribedResponses: ['scan', 'block'],
  responseSchemas: ['ignore', 'report', 'block'],
} as const;

const ranges = {
  maxRequestBytes: [1, 2 ** 31, 2 ** 20],
  maxDepth: [1, 1000, 64],
  maxValueBytes: [4096, 2 ** 28, 2 ** 20],
  maxRedactions: [0, 1_000_000, 1000],
} as const;

function refuseOption(option: string, expected: string): never {
  throw guardError('ERR_API_SECURITY_OPTIONS', `Option ${option} is not as expected`, {
    hint: `Give ${expected}.`,
    details: { option },
  });
}

/** @throws {DataSecurityError} `ERR_API_SECURITY_OPTIONS`. */
export function readSettings(options: ApiGuardOptions): GuardSettings {
  const { limits = {}, policy } = options;
  if (typeof policy !== 'object' || !Array.isArray(policy?.rules)) {
    refuseOption('policy', 'a policy as parsePolicy or readPolicy gives it');
  }
  const chosen: Record<string, string> = {};
  for (const [name, allowed] of Object.entries(choices)) {
    const given = options[name as keyof typeof choices] ?? allowed[0];
    if (!(allowed as readonly string[]).includes(given)) refuseOption(name, allowed.join(' or '));
    chosen[name] = given;
  }
  const numbers: Record<string, number> = {};
  for (const [name, [least, most, usual]] of Object.entries(ranges)) {
    const given = limits[name as keyof typeof ranges] ?? usual;
    if (!Number.isInteger(given) || given < least || given > most) {
      refuseOption(`limits.${name}`, `a whole number from ${least} to ${most}`);
    }
    numbers[name] = given;
  }
  return {
    ...options,
    clock: options.clock ?? systemClock,
    ...(chosen as Pick<
      GuardSettings,
      | 'shadowRoutes'
      | 'invalidRequests'
      | 'undocumentedFields'
      | 'undescribedResponses'
      | 'responseSchemas'
    >),
    ...(numbers as unknown as Required<GuardLimits>),
  };
}
