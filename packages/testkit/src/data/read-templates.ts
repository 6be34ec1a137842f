/** A document with slots. */
export interface DocumentTemplate {
  readonly genre: string;
  readonly language: string;
  readonly text: string;
}

/** Cuts templates at their headings, `# genre language`. */
export function readTemplates(text: string): DocumentTemplate[] {
  return text
    .trim()
    .split(/\n?^# (?=\S+ \S+$)/m)
    .filter((block) => block !== '')
    .map((block) => {
      const line = block.indexOf('\n');
      const [genre, language] = block.slice(0, line).split(' ') as [string, string];
      return { genre, language, text: block.slice(line + 1).trim() };
    });
}
