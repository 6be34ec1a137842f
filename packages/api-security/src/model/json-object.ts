/** An object of a document whose members are not known yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is an object with members, and no array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member by a name that the document chose: never what objects inherit. */
export const own = (value: JsonObject, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** A member that should be an object. */
export function objectAt(value: JsonObject, key: string): JsonObject | undefined {
  const member = value[key];
  return isObject(member) ? member : undefined;
}

/** A member that should be a text. */
export function textAt(value: JsonObject, key: string): string | undefined {
  const member = value[key];
  return typeof member === 'string' ? member : undefined;
}

/** A member that should be a list. */
export function listAt(value: JsonObject, key: string): readonly unknown[] | undefined {
  const member = value[key];
  return Array.isArray(member) ? (member as readonly unknown[]) : undefined;
}
