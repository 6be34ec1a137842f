/** A bounded store of what can be made again: beyond its bound the value that was asked for longest ago is dropped. */
export interface Cache<Key, Value> {
  /** The value kept for the key, or else what `make` gives, which is kept from then on. */
  get(key: Key, make: () => Value): Value;
}

/**
 * A cache for `maxWeight` of values, each of which weighs 1 unless `weigh` says otherwise. The newest value is kept whatever it
 * weighs.
 */
export function createCache<Key, Value>(
  maxWeight: number,
  weigh: (value: Value) => number = () => 1,
): Cache<Key, Value> {
  const values = new Map<Key, Value>();
  let weight = 0;
  return {
    get(key, make) {
      let value = values.get(key);
      if (value !== undefined) {
        // A map keeps the order of insertion: put the value last again, but only once the cache could overflow.
        if (weight * 2 > maxWeight) {
          values.delete(key);
          values.set(key, value);
        }
        return value;
      }
      value = make();
      weight += weigh(value);
      for (const [oldKey, old] of values) {
        if (weight <= maxWeight) break;
        values.delete(oldKey);
        weight -= weigh(old);
      }
      values.set(key, value);
      return value;
    },
  };
}
