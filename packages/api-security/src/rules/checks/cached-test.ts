/** Names repeat: so many answers are kept. */
const maxSize = 50_000;

/** A test of names that remembers its answers. */
export function cachedTest(pattern: RegExp): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) {
      answer = name.length <= 200 && pattern.test(name);
      if (known.size >= maxSize) known.clear();
      known.set(name, answer);
    }
    return answer;
  };
}
