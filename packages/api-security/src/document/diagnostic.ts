/** Why a document, or a part of it, could not be read. */
export type DiagnosticCode =
  /** The text is neither JSON nor YAML. */
  | 'syntax'
  /** The text is larger than {@link ReadLimits} allow. */
  | 'too-large'
  /** Nested more deeply than can be read. */
  | 'too-deep'
  /** YAML aliases that would unfold to more than the text holds. */
  | 'too-many-aliases'
  /** More nodes than are looked at; what was not reached is not audited. */
  | 'too-many-nodes'
  /** JSON or YAML, but no description of an API that is known here. */
  | 'unknown-format'
  /** A part has another type than the specification gives it; that part is not audited. */
  | 'wrong-type'
  /** A `$ref` leads nowhere. */
  | 'missing-reference'
  /** A `$ref` leads out of the document, where nothing is read unless it was allowed. */
  | 'external-reference';

/** What is wrong with a document. It never quotes the document beyond the names of its keys. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** JSON Pointer of the place, where there is one. */
  readonly pointer?: string;
  /** The document it is in, relative to the first one; absent for that. */
  readonly document?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
}
