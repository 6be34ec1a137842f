import type { CategoryId, ContextPart, FieldContext } from '@yushu/core';
import type { FieldCipher, FieldValue } from '@yushu/encrypt';

/** Where a sealed value stands. */
export interface SealPlace {
  readonly tenant?: string | undefined;
  readonly table?: string | undefined;
  readonly column?: string | undefined;
  readonly row?: string | undefined;
}

/** What is sealed with a value: what it is, and whether it is not the value but how the document wrote it. */
export interface SealedLabel {
  readonly category: CategoryId | undefined;
  /** The value is a piece of the document as it was written, where the decoded value would not give it back. */
  readonly raw: boolean;
}

/** A value that was opened. */
export interface OpenedValue extends SealedLabel {
  readonly value: FieldValue;
}

/** No category id has this in it. */
const rawMark = '#raw';

function writeLabel({ category, raw }: SealedLabel): string | undefined {
  return raw ? `${category ?? ''}${rawMark}` : category;
}

function readLabel(label: string | undefined): SealedLabel {
  if (label === undefined) return { category: undefined, raw: false };
  const raw = label.endsWith(rawMark);
  const category = raw ? label.slice(0, -rawMark.length) : label;
  return { category: category === '' ? undefined : (category as CategoryId), raw };
}

/** Seals and opens by one `encrypt` action: one key, bound to the parts of the place that the action names. */
export class Sealer {
  readonly key: string;
  private readonly cipher: FieldCipher;
  private readonly context: readonly ContextPart[];

  constructor(key: string, context: readonly ContextPart[], cipher: FieldCipher) {
    this.key = key;
    this.context = context;
    this.cipher = cipher;
  }

  get keyId(): string {
    return this.cipher.keyId;
  }

  /** Whether what it seals is bound to this part of the place. */
  binds(part: ContextPart): boolean {
    return this.context.includes(part);
  }

  /** @param part - ordinal of the part, where not the whole field is sealed. */
  seal(value: FieldValue, place: SealPlace, part: number | undefined, label: SealedLabel): string {
    const text = writeLabel(label);
    const context = this.bind(place, part);
    return text === undefined
      ? this.cipher.seal(value, context)
      : this.cipher.seal(value, context, { label: text });
  }

  /** @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong. */
  open(sealed: string, place: SealPlace, part: number | undefined): OpenedValue {
    const { value, label } = this.cipher.openLabelled(sealed, this.bind(place, part));
    return { value, ...readLabel(label) };
  }

  private bind(place: SealPlace, part: number | undefined): FieldContext {
    const context: { -readonly [Key in keyof FieldContext]: FieldContext[Key] } = {};
    for (const name of this.context) {
      const text = place[name];
      if (text !== undefined) context[name] = text;
    }
    if (part !== undefined) context.part = part;
    return context;
  }
}
