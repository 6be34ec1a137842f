import type { ApiPrincipal } from './api-principal.ts';

/** What the guard knows of a request before its handler runs. */
export interface RequestFacts {
  /** In upper case, as it came: method overrides are not trusted. */
  readonly method: string;
  /** Normalised path, percent-decoded only where that cannot change its structure; no query. */
  readonly path: string;
  /** Name of the operation in the description, such as `GET /users/{id}`; `undefined` where it describes none: a shadow route. */
  readonly operation: string | undefined;
  /** Path parameters by name, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Query parameters in order, decoded; a name may come more than once. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly principal: ApiPrincipal;
  /** Milliseconds since 1970-01-01T00:00:00Z, when its head had been read. */
  readonly time: number;
}
