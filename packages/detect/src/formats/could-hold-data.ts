/** Names longer than this are read as data: no schema has them. */
const maxPlainLength = 32;

/**
 * Whether a JSON key or header cell could hold data itself, so that it becomes a field: where it holds a digit, an `@` or a
 * character beyond ASCII, or is longer than 32 characters. A phone number as a key does; `customer_name` does not.
 */
export function couldHoldData(name: string): boolean {
  return name.length > maxPlainLength || /[\d@\u0080-\uFFFF]/.test(name);
}
