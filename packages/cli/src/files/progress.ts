/** So often the line is drawn anew, in milliseconds. */
const interval = 200;

/** A line on a terminal that says how far the work is. Elsewhere it is silent. */
export interface Progress {
  advance(bytes: number): void;
  /** Wipes the line. */
  end(): void;
}

const silent: Progress = { advance: () => {}, end: () => {} };

/** @param totalBytes - where it is known. */
export function createProgress(
  label: string,
  totalBytes: number | undefined,
  quiet: boolean,
): Progress {
  if (quiet || !process.stderr.isTTY) return silent;
  let done = 0;
  let drawn = 0;
  return {
    advance(bytes) {
      done += bytes;
      const now = Date.now();
      if (now - drawn < interval) return;
      drawn = now;
      const share =
        totalBytes === undefined || totalBytes === 0
          ? ''
          : ` ${Math.min(100, Math.floor((done / totalBytes) * 100))} %`;
      process.stderr.write(`\r\x1B[K${label}${share} ${(done / 1e6).toFixed(0)} MB`);
    },
    end() {
      if (drawn > 0) process.stderr.write('\r\x1B[K');
    },
  };
}
