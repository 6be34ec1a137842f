/** Watches for lines that are longer than a limit. */
export class LineLimit {
  private readonly limit: number;
  private length = 0;
  private isTold = false;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether the line that this chunk goes on with, or ends with, is now known to be too long. Each line is told of once. */
  push(chunk: string): boolean {
    const first = chunk.search(/[\r\n]/);
    this.length += first < 0 ? chunk.length : first;
    const isLong = this.length > this.limit && !this.isTold;
    if (isLong) this.isTold = true;
    if (first >= 0) {
      this.length = chunk.length - 1 - Math.max(chunk.lastIndexOf('\n'), chunk.lastIndexOf('\r'));
      this.isTold = false;
    }
    return isLong;
  }
}
