import { Sm2Point } from './curve.ts';

/**
 * A table costs as much as six verifications save, so it is made at the fifth: who verifies once does not pay for it, and who
 * verifies often pays little.
 */
const usesBeforeTable = 4;
/** Bits of a window of the table: 1408 points, some 200 KB. */
const windowBits = 6;
/** Tables at the same time: 64 take some 13 MB. */
const mostTables = 64;

/** The points with tables, oldest first. */
const withTables = /* @__PURE__ */ new Set<PublicPoint>();

/** A public point P that may come again and again. */
export class PublicPoint {
  readonly #bytes: Uint8Array;
  #uses = 0;
  #table: Sm2Point | undefined;

  /** Takes 04 ‖ x ‖ y that is on the curve. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** x of s·G + t·P, or undefined at infinity. s and t are public, from 1 to n - 1: this is not constant-time. */
  combineX(s: bigint, t: bigint): bigint | undefined {
    const table = this.#findTable();
    const sum =
      table === undefined
        ? Sm2Point.BASE.mulAddUnsafe(s, Sm2Point.fromBytes(this.#bytes), t)
        : Sm2Point.BASE.multiplyUnsafe(s).add(table.multiplyUnsafe(t));
    return sum.is0() ? undefined : sum.x;
  }

  #findTable(): Sm2Point | undefined {
    if (this.#table === undefined && this.#uses++ >= usesBeforeTable) {
      // Lazily: noble makes the table at the first product, and only the one for public scalars.
      this.#table = Sm2Point.fromBytes(this.#bytes).precompute(windowBits, true);
      withTables.add(this);
      if (withTables.size > mostTables) PublicPoint.#forgetOldest();
    }
    return this.#table;
  }

  static #forgetOldest(): void {
    for (const oldest of withTables) {
      withTables.delete(oldest);
      oldest.#table = undefined;
      oldest.#uses = 0;
      return;
    }
  }
}
