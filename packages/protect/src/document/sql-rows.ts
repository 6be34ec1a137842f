/** Spaces and comments before a statement. */
const beforeStatement = /(?:\s+|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/y;

function startsStatement(raw: string): boolean {
  beforeStatement.lastIndex = 0;
  beforeStatement.exec(raw);
  return /^(?:insert|replace)\b/i.test(
    raw.slice(beforeStatement.lastIndex, beforeStatement.lastIndex + 8),
  );
}

/** The end of a statement, or the comma before the next row, with the space around. */
const tail = /[,;]?\s*$/;

/**
 * Keeps INSERT statements whole where rows are left out: a row brings the comma or semicolon behind it, and the first one the head
 * of the statement.
 */
export class SqlRows {
  /** The comma behind the last row that was given out: only the next one tells whether it stays. */
  private held = '';
  private dropsRest = false;
  private inCopy = false;

  /** A statement that is no row goes on as this. */
  statement(raw: string, output: string): string {
    this.dropsRest = false;
    this.inCopy = /\bfrom\s+stdin\b/i.test(raw.slice(-256)) && /\bcopy\b/i.test(raw);
    return this.release() + output;
  }

  /** Whether a row cannot stand, because the head of its statement has been left out. */
  isLost(raw: string): boolean {
    if (startsStatement(raw)) this.dropsRest = false;
    return this.dropsRest;
  }

  /** A row goes on as this. */
  row(output: string): string {
    const held = this.release();
    if (this.inCopy) return held + output;
    const at = tail.exec(trimmedTail(output))!;
    if (!at[0].startsWith(',')) return held + output;
    this.held = at[0];
    return held + output.slice(0, output.length - at[0].length);
  }

  /** A row is left out. */
  withhold(raw: string): string {
    if (this.inCopy) return '';
    if (startsStatement(raw)) this.dropsRest = true;
    const end = tail.exec(trimmedTail(raw))![0];
    if (!end.startsWith(';')) return '';
    const open = !this.dropsRest;
    this.dropsRest = false;
    this.held = '';
    return open ? end : '';
  }

  /** What was held back, at the end of the document. */
  release(): string {
    const { held } = this;
    this.held = '';
    return held;
  }
}

/** The end of a text is enough to see how it ends. */
function trimmedTail(text: string): string {
  return text.slice(text.trimEnd().length - 1);
}
