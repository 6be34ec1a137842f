import type { RiskRow } from '../../risk/create-risk-census.ts';
import { GrowingInts } from './growing-ints.ts';

/** Values of one column as codes. */
export class ColumnDictionary {
  readonly values: string[] = [];
  readonly firstRows = new GrowingInts(16);
  readonly name: string;
  readonly #codes = new Map<string, number>();

  constructor(name: string) {
    this.name = name;
  }

  codeOf(row: RiskRow, number: number): number {
    const value = row[this.name];
    const text = value === undefined || value === null ? '' : String(value);
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.#codes.set(text, code);
      this.values.push(text);
      this.firstRows.push(number);
    }
    return code;
  }
}
