/**
 * What a policy can ask to be done with a value.
 *
 * @module
 */

/** The parts of a {@link FieldContext} that a policy can bind a sealed value to. */
export const contextParts = ['tenant', 'table', 'column', 'row'] as const;

/** A part of the place of a value. */
export type ContextPart = (typeof contextParts)[number];

/** Formats that format-preserving encryption keeps. */
export const fpeFormats = [
  'digits',
  'mobile',
  'bank-card',
  'resident-id',
  'credit-code',
  'plate',
  'email',
  'ipv4',
  'date',
  'chinese-name',
] as const;

/** A format that format-preserving encryption keeps. */
export type FpeFormat = (typeof fpeFormats)[number];

/** An action in its normal form: what {@link parsePolicy} gives and what the packages act on. */
export type Action =
  /** Pass the value on. */
  | { readonly kind: 'allow' }
  /** Withhold the value; a gateway refuses the whole message. */
  | { readonly kind: 'block' }
  /** Put a fixed text in its place; without `with`, the name of the category in brackets. */
  | { readonly kind: 'redact'; readonly with?: string }
  /** Keep the first and last characters, cover the others. A value too short to cover anything is covered whole. */
  | {
      readonly kind: 'mask';
      readonly keepFirst: number;
      readonly keepLast: number;
      readonly with: string;
    }
  /** Put a fixed value in its place. */
  | { readonly kind: 'replace'; readonly with: string }
  /** Put a keyed pseudonym in its place: equal values of one field give equal pseudonyms. */
  | { readonly kind: 'pseudonym'; readonly key: string }
  /** Encrypt; who may can have it revealed. The parts of the context are bound to the result. */
  | { readonly kind: 'encrypt'; readonly key: string; readonly context: readonly ContextPart[] }
  /** Encrypt into a valid value of the same format (NIST SP 800-38G FF1). */
  | { readonly kind: 'fpe'; readonly format: FpeFormat; readonly key: string };

/** The kinds of {@link Action}. */
export type ActionKind = Action['kind'];
