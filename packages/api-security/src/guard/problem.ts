import type { Violation } from './check/violation.ts';

/** Why the guard refuses. */
export type RefusalReason =
  /** The path can be read in more than one way. */
  | 'path'
  /** The description has no such path. */
  | 'shadow-route'
  /** The description has the path, but not with this method. */
  | 'method'
  /** Whoever asks may not. */
  | 'authorisation'
  /** Path, query, header or cookie parameters are not as described. */
  | 'request-parameters'
  | 'request-content-type'
  /** The body is compressed. */
  | 'request-encoding'
  /** The body is larger than allowed. */
  | 'request-size'
  /** The body is not as described. */
  | 'request-body'
  /** The response cannot be looked at, holds what is blocked, or is not as described. */
  | 'response'
  /** The description lacks the status of a response, or its media type; only reported, unless such responses are blocked. */
  | 'response-status'
  | 'response-content-type'
  /** The body of a response is not as described. */
  | 'response-body'
  /** The audit sink failed or fell behind. */
  | 'audit'
  /** An observer threw; the exchange went on. */
  | 'observer';

/** An answer in the place of a handler's: a problem by RFC 9457, which holds no value of the request. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body: string;
  readonly violations: readonly Violation[];
}

const answers: Readonly<
  Record<RefusalReason, readonly [status: number, title: string, detail: string]>
> = {
  path: [400, 'Bad Request', 'The path cannot be read in one way'],
  'shadow-route': [404, 'Not Found', 'There is no such resource'],
  method: [405, 'Method Not Allowed', 'The resource does not have this method'],
  authorisation: [403, 'Forbidden', 'This is not allowed'],
  'request-parameters': [400, 'Bad Request', 'Parameters are not as described'],
  'request-content-type': [415, 'Unsupported Media Type', 'The content type is not described'],
  'request-encoding': [415, 'Unsupported Media Type', 'Compressed bodies are not read'],
  'request-size': [413, 'Content Too Large', 'The body is too large'],
  'request-body': [400, 'Bad Request', 'The body is not as described'],
  response: [500, 'Internal Server Error', 'The response was withheld'],
  'response-status': [500, 'Internal Server Error', 'The response was withheld'],
  'response-content-type': [500, 'Internal Server Error', 'The response was withheld'],
  'response-body': [500, 'Internal Server Error', 'The response was withheld'],
  observer: [500, 'Internal Server Error', 'An observer failed'],
  audit: [503, 'Service Unavailable', 'Nothing is answered that cannot be recorded'],
};

/** Makes the answer for a refusal. */
export function refuse(
  reason: RefusalReason,
  violations: readonly Violation[] = [],
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  const [status, title, detail] = answers[reason];
  const problem = {
    type: 'about:blank',
    title,
    status,
    detail,
    code: reason,
    ...(violations.length === 0 || reason.startsWith('response') ? {} : { violations }),
  };
  return {
    reason,
    status,
    violations,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify(problem),
  };
}
