import { DataSecurityError } from '@yushu/core';

/** Properties of an algorithm as ShardingSphere's configuration gives them. */
export type ShardingSphereProps = Readonly<Record<string, string | number>>;

/** An error that names the property and what it must be. */
export function propsError(property: string, expected: string): DataSecurityError {
  return new DataSecurityError('ERR_MASK_OPTIONS', `Property ${property} is not as expected`, {
    hint: `Give ${expected}.`,
    details: { option: property },
  });
}

/** A property as text; it must be there and not empty. */
export function readTextProp(props: ShardingSphereProps, property: string): string {
  const value = Object.hasOwn(props, property) ? props[property] : undefined;
  if (value === undefined || String(value) === '') throw propsError(property, 'a text');
  return String(value);
}

/** A property as a whole number of 0 or more. */
export function readCountProp(props: ShardingSphereProps, property: string): number {
  const text = readTextProp(props, property);
  if (!/^[0-9]{1,9}$/.test(text)) throw propsError(property, 'a whole number of 0 or more');
  return Number(text);
}

/** A property of one UTF-16 code unit. */
export function readCharProp(props: ShardingSphereProps, property: string): string {
  const text = readTextProp(props, property);
  if (text.length !== 1) throw propsError(property, 'one character');
  return text;
}

/** A property that lists texts with commas between them, or the default. */
export function readListProp(
  props: ShardingSphereProps,
  property: string,
  standard?: readonly string[],
): readonly string[] {
  if (!Object.hasOwn(props, property) && standard !== undefined) return standard;
  const items = readTextProp(props, property)
    .split(',')
    .map((item) => item.trim());
  if (items.some((item) => item === '')) throw propsError(property, 'texts with commas between');
  return items;
}
