import type { Requester } from '@yushu/core';

/** A fact about a principal or a resource, for rules by attribute. */
export type AttributeValue = string | number | boolean | readonly string[];

/** Who asks, and why, as your sign-in has established it; never what a request merely claims. */
export interface ApiPrincipal extends Requester {
  /** Stable identity: what budgets are counted by and owners are compared with. Absent for whoever did not sign in. */
  readonly id?: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}
