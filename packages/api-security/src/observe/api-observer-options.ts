import type { Clock, RandomBytes } from '@yushu/core';

/** What those of a role do by duty. */
export interface RoleProfile {
  /** Works on objects of others, as support and administrators do: going through objects is no sign. */
  readonly anyObject?: boolean;
  /** Is a program: regular pace and many pages are no sign. */
  readonly automated?: boolean;
  /** Sensitive values a day that are usual; only more is mass export. */
  readonly sensitiveValuesPerDay?: number;
}

/** What one principal may do. */
export interface ApiBudget {
  /** Names it in events. */
  readonly name: string;
  /** Only for principals of this role. */
  readonly role?: string;
  /** Only for operations of this name. */
  readonly operation?: string;
  /** Requests in a minute, by a token bucket that holds one minute's. */
  readonly requestsPerMinute?: number;
  /** Sensitive values that go out as they are, of level 3 and above, in a day. */
  readonly sensitiveValuesPerDay?: number;
}

/** Options of `createApiObserver`. */
export interface ApiObserverOptions {
  /** Roles whose duty looks like an attack. Name them: then nobody else need be trusted. */
  readonly roles?: Readonly<Record<string, RoleProfile>>;
  /** At most 32. */
  readonly budgets?: readonly ApiBudget[];
  /** Names of operations that are to go, such as those that the description marks `deprecated`. */
  readonly deprecatedOperations?: readonly string[];
  /**
   * How many principals are watched at a time, a power of two from 64 to 1,048,576; 16,384 without it. Four times as many pairs of
   * principal and kind of object are. Memory is taken at once, and never more.
   */
  readonly maxPrincipals?: number;
  /** For this long the same is not said again, in milliseconds; an hour without it. */
  readonly coolDownMs?: number;
  /**
   * What events call a principal. Without it a pseudonym: HMAC-SHA-256 of the id under a key made at start, so that nobody can look it up
   * later; `pseudonymOf` gives it for an id that you have.
   */
  readonly namePrincipal?: (id: string) => string;
  /** The time for exchanges that bring none. */
  readonly clock?: Clock;
  /** Keys for hashing. */
  readonly random?: RandomBytes;
}
