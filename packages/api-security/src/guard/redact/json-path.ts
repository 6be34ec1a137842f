import { appendPointer } from '@yushu/core';

/** Where a walk stands: a name or an index for each level, written out only when asked for. */
export class JsonPath {
  private readonly segments: (string | number)[] = [];
  private depth = -1;

  enter(): void {
    this.depth += 1;
  }

  leave(): void {
    this.depth -= 1;
  }

  /** The name or index within the innermost level. */
  set(segment: string | number): void {
    this.segments[this.depth] = segment;
  }

  /** The index within the innermost level, one further. */
  advance(): number {
    const index = (this.segments[this.depth] as number) + 1;
    this.segments[this.depth] = index;
    return index;
  }

  pointer(): string {
    let pointer = '';
    for (let level = 0; level <= this.depth; level += 1) {
      pointer = appendPointer(pointer, this.segments[level]!);
    }
    return pointer;
  }
}
