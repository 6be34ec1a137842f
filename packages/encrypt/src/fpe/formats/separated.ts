/** Characters that people put between the groups of a number. */
const separator = /[ .-]/;

/** A number with its separators taken out, and a way to put another of the same length in its place. */
export interface Separated {
  readonly text: string;
  refill(text: string): string;
}

/** Takes separators out of a text. */
export function separate(value: string): Separated {
  if (!separator.test(value)) return { text: value, refill: (text) => text };
  const text = value.replace(/[ .-]/g, '');
  return {
    text,
    refill(other) {
      let at = 0;
      let result = '';
      for (const character of value) {
        if (separator.test(character)) result += character;
        else result += other[at++];
      }
      return result;
    },
  };
}
