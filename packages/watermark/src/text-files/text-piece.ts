import { applyEdits, type MayEdit, type TextEdit } from '../text/text-edits.ts';
import type { TextFileFormat } from './text-file.ts';

/** A stretch of a document. All `raw`s of a section, one behind the other, are the section. */
export interface TextPiece {
  /** What stands in the file. */
  readonly raw: string;
  /** How it reads: nothing for markup, a character for its reference, a line break where a block ends. */
  readonly text: string;
  /** Whether a mark may change it; then `raw` is `text`. */
  readonly isOpen: boolean;
}

/** A stretch that a mark may change. */
export const openPiece = (raw: string): TextPiece => ({ raw, text: raw, isOpen: true });

/** A stretch that stays as it is. */
export const closedPiece = (raw: string, text = ''): TextPiece => ({ raw, text, isOpen: false });

const punctuation = /[\p{P}\p{S}]/u;

/** Pieces of all sections, with where each begins in the text. */
export class PieceList {
  /** All pieces as they read. */
  readonly text: string;
  private readonly sections: readonly (readonly TextPiece[])[];
  private readonly pieces: readonly TextPiece[];
  private readonly starts: readonly number[];

  constructor(sections: readonly (readonly TextPiece[])[]) {
    this.sections = sections;
    // Sections are apart, so that no word is made of two of them.
    this.pieces = sections.flatMap((section) => [...section, closedPiece('', '\n')]);
    let length = 0;
    this.starts = this.pieces.map(({ text }) => {
      length += text.length;
      return length - text.length;
    });
    this.text = this.pieces.map(({ text }) => text).join('');
  }

  /** Whether a mark may change these characters: all of one open piece. What is put between two belongs to the first. */
  isOpen(start: number, end: number): boolean {
    const { piece, from } = this.pieceAt(start, end);
    return piece.isOpen && end <= from + piece.text.length;
  }

  /** What marks of a format may change. */
  mayEdit(format: TextFileFormat): MayEdit {
    return (start, end, channel) => {
      if (!this.isOpen(start, end)) return false;
      if (format === 'text' || channel !== 'invisible') return true;
      // Between a letter and its comma, word processors take a selector for a place to break the line; behind the comma, browsers no
      // longer narrow it at the end of a line.
      return (
        !punctuation.test(this.text.charAt(end)) && !punctuation.test(this.text.charAt(start - 1))
      );
    };
  }

  /** Whether characters can be changed for another reason than a mark: what reads as it is written, or a whole reference. */
  isWritable(start: number, end: number): boolean {
    const { piece, from } = this.pieceAt(start, end);
    const to = from + piece.text.length;
    return (piece.raw === piece.text && end <= to) || (start === from && end === to && start < end);
  }

  /** The sections after edits, which go from left to right and are each within a piece. */
  write(edits: readonly TextEdit[]): string[] {
    const byPiece = new Map<number, TextEdit[]>();
    for (const edit of edits) {
      const { index, from } = this.pieceAt(edit.start, edit.end);
      const list = byPiece.get(index) ?? [];
      list.push({ start: edit.start - from, end: edit.end - from, text: edit.text });
      byPiece.set(index, list);
    }
    let index = -1;
    return this.sections.map((section) => {
      const raws = section.map(({ raw, text }) => {
        index += 1;
        const list = byPiece.get(index);
        if (list === undefined) return raw;
        return raw === text ? applyEdits(raw, list) : (list[0] as TextEdit).text;
      });
      index += 1;
      return raws.join('');
    });
  }

  private pieceAt(start: number, end: number): { piece: TextPiece; index: number; from: number } {
    // The last piece that begins at or before the place, or for what is put in, before it.
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const from = this.starts[middle] as number;
      if (from < start || (from === start && start < end)) low = middle;
      else high = middle - 1;
    }
    // Pieces that read as nothing stand in between.
    while (start < end && (this.pieces[low] as TextPiece).text === '' && low > 0) low -= 1;
    return { piece: this.pieces[low] as TextPiece, index: low, from: this.starts[low] as number };
  }
}
