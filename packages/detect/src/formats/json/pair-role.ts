/** What a key says of the object that it stands in: one of two that go together, as in `{"name": "phone", "value": "…"}`. */
export type PairRole = 'label' | 'value' | undefined;

const labelKey =
  /^(?:(?:parameter|field|output|header|param|attribute|property|variable|column|env|tag)[_-]?)?(?:name|key)$|^(?:field|header|param|parameter|label|attribute|property|variable|column)$/i;
const valueKey =
  /^(?:parameter|field|output|header|param|attribute|property|variable|column|string|text|raw|default|current|env|tag)?[_-]?(?:value|values|val)$/i;

/**
 * The role of a key in a list of names and values, as archives of HTTP, manifests of containers, forms and collections of requests
 * have them.
 *
 * @returns `label` for `name` and `ParameterKey`, `value` for `value` and `ParameterValue`, nothing for `phone`.
 */
export function pairRoleOf(key: string): PairRole {
  if (key.length > 40) return undefined;
  if (valueKey.test(key)) return 'value';
  return labelKey.test(key) ? 'label' : undefined;
}
