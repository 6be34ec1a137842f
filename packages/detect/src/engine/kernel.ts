/**
 * The anchor pass as a WebAssembly SIMD module (source: `kernel/anchors.ts`), where the platform has and allows it. Everything else
 * falls back to the twin in plain JavaScript, with the same results.
 *
 * There is one module and one memory: a scan takes it for one block and gives it back. Who finds it taken uses the twin.
 *
 * @module
 */
import { kernelWasm } from '../data/kernel-wasm.ts';
import { anchorTables } from './anchor-tables.ts';
import { foldMasks } from './characters.ts';
import type { AnchorOptions } from './find-anchors.ts';

/** Places in the memory, as `kernel/memory.ts` has them. */
const place = {
  traits: 0,
  folds: 65_536,
  beginnings: 196_608,
  endings: 262_144,
  leads: 270_336,
  names: 278_528,
  heads: 344_064,
  openings: 409_600,
  codes: 417_920,
  anchors: 469_376,
  cues: 571_776,
  hanWords: 622_976,
  divisions: 733_568,
  leasts: 741_760,
} as const;
/** Most units that it holds, zeros behind them included. */
const capacity = 25_600;
/** Shorter texts are read faster than they are handed over. */
const shortest = 192;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  fold(length: number): number;
  find(from: number, to: number, thorough: number, named: number): number;
  countCues(): number;
  nextEdge(from: number): number;
}

/** What is used of the platform, if it is there: this library runs where it is not, too. */
interface Platform {
  readonly WebAssembly?: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
  readonly Buffer?: {
    from(
      buffer: ArrayBuffer,
      offset: number,
      length: number,
    ): { write(text: string, offset: number, encoding: 'utf16le'): number };
  };
}

/** The module with its memory. */
export class Kernel {
  readonly #exports: Exports;
  readonly #native:
    | { write(text: string, offset: number, encoding: 'utf16le'): number }
    | undefined;
  /** Units of the text. */
  readonly codes: Uint16Array;
  /** Places that were found last. */
  readonly anchors: Uint32Array;
  /** Places at which a cue may begin, of those that were looked at last. */
  readonly cues: Uint16Array;

  constructor(exports: Exports, platform: Platform) {
    const { buffer } = exports.memory;
    this.#exports = exports;
    this.codes = new Uint16Array(buffer, place.codes, capacity);
    this.anchors = new Uint32Array(buffer, place.anchors, capacity);
    this.cues = new Uint16Array(buffer, place.cues, capacity);
    const { traits, beginnings, endings, leads, names, heads, openings, han } = anchorTables();
    const bytes = new Uint8Array(buffer);
    bytes.set(traits, place.traits);
    new Uint16Array(buffer, place.folds, 65_536).set(foldMasks);
    bytes.set(beginnings, place.beginnings);
    bytes.set(endings, place.endings);
    bytes.set(leads, place.leads);
    bytes.set(names, place.names);
    bytes.set(heads, place.heads);
    bytes.set(openings, place.openings);
    new Uint32Array(buffer, place.hanWords, han.words.length).set(han.words);
    bytes.set(han.divisions, place.divisions);
    new Int32Array(buffer, place.leasts, han.leasts.length).set(han.leasts);
    const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
    if (isLittleEndian) this.#native = platform.Buffer?.from(buffer, place.codes, capacity * 2);
  }

  /**
   * Takes over `text.slice(start, end)` and folds it. Returns 0 where nothing changed, 1 where units did, and -1 minus the index of
   * the first unit that is dropped where there is one.
   */
  load(text: string, start: number, end: number): number {
    const { codes } = this;
    const size = end - start;
    if (this.#native === undefined)
      for (let index = 0; index < size; index += 1) codes[index] = text.charCodeAt(start + index);
    else this.#native.write(text.slice(start, end), 0, 'utf16le');
    return this.#exports.fold(size);
  }

  /** Writes the places within `[from, to)` at which something may begin into `anchors`. Returns how many they are. */
  find(from: number, to: number, { thorough, named }: AnchorOptions): number {
    return this.#exports.find(from, to, thorough ? 1 : 0, named ? 1 : 0);
  }

  /** How many places the last `find` found at which a cue may begin. */
  countCues(): number {
    return this.#exports.countCues();
  }

  /** Number of the first of these from `from` on before which a cell of a table may end; their count where there is none. */
  nextEdge(from: number): number {
    return this.#exports.nextEdge(from);
  }
}

/** Makes a kernel, or nothing where the platform has no WebAssembly with SIMD or does not allow it. */
export function createKernel(platform: Platform = globalThis as Platform): Kernel | undefined {
  const { WebAssembly } = platform;
  if (WebAssembly === undefined) return undefined;
  try {
    const binary = atob(kernelWasm);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return new Kernel(instance.exports as Exports, platform);
  } catch {
    // A content security policy without 'wasm-unsafe-eval', or no SIMD.
    return undefined;
  }
}

let shared: Kernel | undefined;
let tried = false;
let taken = false;

/** The kernel for a text of `size` units, where it is of use and free. Give it back with {@link releaseKernel}. */
export function takeKernel(size: number): Kernel | undefined {
  if (taken || size < shortest || size > capacity - 16) return undefined;
  if (!tried) {
    tried = true;
    shared = createKernel();
  }
  taken = shared !== undefined;
  return shared;
}

/** Gives the kernel back. */
export function releaseKernel(): void {
  taken = false;
}
