/** What detectors notice: `reason` of their events. */
export const detectionReasons = [
  /** Somebody goes through objects that are not known to be theirs: OWASP API1. */
  'object-enumeration',
  /** Many principals, each with little, go through objects. Names no principal. */
  'distributed-enumeration',
  /** Somebody takes far more sensitive values than others, and than they did before. */
  'mass-export',
  /** Somebody goes through a list, page by page, as programs do. */
  'scraping',
  /** More requests than a budget grants. */
  'rate-budget',
  /** More sensitive values than a budget grants. */
  'volume-budget',
  /** Somebody tries paths that are not there. */
  'route-probing',
  /** A path answers that no description has: OWASP API9. */
  'shadow-route',
  /** An operation that is to go is still used: OWASP API9. */
  'zombie-route',
  /** Fields came that the description lacks. */
  'schema-drift',
  /** Sensitive values came from an operation that never gave such. */
  'sensitive-drift',
] as const;

/** What a detector noticed. */
export type DetectionReason = (typeof detectionReasons)[number];
