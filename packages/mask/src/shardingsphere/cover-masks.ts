import {
  propsError,
  readCharProp,
  readCountProp,
  readTextProp,
  type ShardingSphereProps,
} from './read-props.ts';

/** Covers the code units from `start` to before `end`. */
function cover(value: string, start: number, end: number, char: string): string {
  const from = Math.min(Math.max(start, 0), value.length);
  const to = Math.min(Math.max(end, from), value.length);
  return value.slice(0, from) + char.repeat(to - from) + value.slice(to);
}

function readEnds(props: ShardingSphereProps) {
  return {
    first: readCountProp(props, 'first-n'),
    last: readCountProp(props, 'last-m'),
    char: readCharProp(props, 'replace-char'),
  };
}

function readRange(props: ShardingSphereProps) {
  const from = readCountProp(props, 'from-x');
  const to = readCountProp(props, 'to-y');
  const char = readCharProp(props, 'replace-char');
  if (from > to) throw propsError('from-x', 'a number not above to-y');
  return { from, to, char };
}

function readSpecial(props: ShardingSphereProps) {
  return {
    special: readTextProp(props, 'special-chars'),
    char: readCharProp(props, 'replace-char'),
  };
}

/** The algorithms that cover characters. */
export const coverMasks = {
  KEEP_FIRST_N_LAST_M(props: ShardingSphereProps) {
    const { first, last, char } = readEnds(props);
    return (value: string) =>
      value.length <= first + last ? value : cover(value, first, value.length - last, char);
  },
  KEEP_FROM_X_TO_Y(props: ShardingSphereProps) {
    const { from, to, char } = readRange(props);
    return (value: string) =>
      cover(cover(value, 0, from, char), Math.max(to + 1, 0), value.length, char);
  },
  MASK_FIRST_N_LAST_M(props: ShardingSphereProps) {
    const { first, last, char } = readEnds(props);
    return (value: string) =>
      cover(cover(value, 0, first, char), value.length - last, value.length, char);
  },
  MASK_FROM_X_TO_Y(props: ShardingSphereProps) {
    const { from, to, char } = readRange(props);
    return (value: string) => cover(value, from, to + 1, char);
  },
  MASK_BEFORE_SPECIAL_CHARS(props: ShardingSphereProps) {
    const { special, char } = readSpecial(props);
    return (value: string) => cover(value, 0, Math.max(value.indexOf(special), 0), char);
  },
  MASK_AFTER_SPECIAL_CHARS(props: ShardingSphereProps) {
    const { special, char } = readSpecial(props);
    return (value: string) => {
      const found = value.indexOf(special);
      return found < 0 ? value : cover(value, found + special.length, value.length, char);
    };
  },
};
