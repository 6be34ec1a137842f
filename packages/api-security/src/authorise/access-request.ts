import type { AttributeValue } from '../guard/ports/api-principal.ts';

/** Who asks, as your sign-in has established it. The guard's `ApiPrincipal` is one. */
export interface AccessPrincipal {
  /** Stable identity; absent for whoever did not sign in. */
  readonly id?: string;
  /** Its roles; the roles that these have by the rules are added. */
  readonly role?: string | readonly string[];
  /** Why it asks. */
  readonly purpose?: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

/** What is asked for, as far as it is known. */
export interface AccessResource {
  /** Kind of object, such as `patient`. */
  readonly type?: string;
  /** `id` of the principal to whom it belongs. */
  readonly owner?: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

/** A question to an authoriser. What the guard knows of a request (`RequestFacts`) is one. */
export interface AccessRequest {
  readonly principal: AccessPrincipal;
  /** HTTP method; what rules compare their `action` with where no `action` is given. */
  readonly method?: string;
  /** Action by a name of your own, such as `records.export`. */
  readonly action?: string;
  /** Path without query, such as `/patients/7`. */
  readonly path?: string;
  /** Name of the operation in the description. */
  readonly operation?: string | undefined;
  readonly resource?: AccessResource;
  /** Path parameters by name, decoded; rules refer to them as `parameters.<name>`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970-01-01T00:00:00Z; the clock's time where it is absent. */
  readonly time?: number;
}
