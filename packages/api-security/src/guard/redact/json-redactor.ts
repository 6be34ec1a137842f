import { guardError } from '../guard-error.ts';
import type { JsonScalar, SensitiveKind, ValuePosition } from '../plan/field-action.ts';
import type { PlanNode } from '../plan/plan-node.ts';
import { treatScalar } from '../plan/treat-scalar.ts';
import type { BodyRedactor } from './body-redactor.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { Expect } from './json-expectation.ts';
import { JsonPath } from './json-path.ts';
import type { RedactionRecord } from './redaction-record.ts';
import {
  broken,
  inWord,
  isWord,
  readText,
  scanString,
  skipDigits,
  skipPlain,
  viewOf,
} from './scan-json-bytes.ts';

/** Options of {@link JsonRedactor}. */
export interface JsonRedactorOptions {
  /** Whether there is a document on each line, as NDJSON has it, instead of one. */
  readonly lines?: boolean;
  /** Levels of nesting. */
  readonly maxDepth: number;
  /** Bytes of a name or value that must be seen in full: everything but texts on which nothing is done. */
  readonly maxTokenBytes: number;
}

const space = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0x0a, 0x0d]) space[byte] = 1;

/** Longer numbers are looked at one by one. */
const maxPlainDigits = 64;

/** `true`, `null` and the end of `false`, as a view reads them. */
const wordTrue = 0x65757274;
const wordNull = 0x6c6c756e;
const wordAlse = 0x65736c61;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
const empty: Uint8Array = new Uint8Array(0);
const nothing = encoder.encode('null');

/**
 * Redacts JSON as bytes come: what nothing is done with is copied as it was written, names and values of the plan are looked at. The
 * result does not depend on how the bytes are cut. Memory grows with depth and `maxTokenBytes`, not with the document.
 */
export class JsonRedactor implements BodyRedactor, ValuePosition {
  row = 1;
  /** Whether records are counted here, and not by whoever cuts the body into documents. */
  countsRecords = true;
  private readonly record: RedactionRecord;
  private readonly options: JsonRedactorOptions;
  private readonly root: PlanNode;
  private readonly path = new JsonPath();
  private expected: Expect = Expect.value;
  private depth = 0;
  /** For each level: the spot of what is open, whether it is a list, whether a member was kept, the slot that should come. */
  private readonly nodes: PlanNode[] = [];
  private readonly isList: boolean[] = [];
  private readonly keeps: boolean[] = [];
  private readonly slotAt: number[] = [];
  /** The spot of the value that comes. */
  private node: PlanNode;
  /** How deep the value stands that is being taken out, or -1. */
  private removedAt = -1;
  private isLineOpen = false;
  private failure: Error | undefined;

  private input: Uint8Array = empty;
  private view = viewOf(empty);
  private at = 0;
  /** From here on the input is to be copied. */
  private from = 0;
  /** Where the comma before the name that comes stands in the input; -1 where there is none. */
  private comma = -1;
  /** A comma, and the space behind it, of which it is not known yet whether they stay. */
  private readonly held = new ByteBuffer();
  /** The beginning of a name or value that the input has cut. */
  private readonly token = new ByteBuffer();
  private isEscaped = false;
  /** What the text that comes is counted as, once it is known not to be empty. */
  private counted: SensitiveKind | undefined;
  /** Bytes of a character or escape that the input has cut. */
  private tail: Uint8Array = empty;
  private out: ByteBuffer | undefined;

  constructor(root: PlanNode, record: RedactionRecord, options: JsonRedactorOptions) {
    this.root = root;
    this.node = root;
    this.record = record;
    this.options = options;
  }

  pointer(): string {
    return this.path.pointer();
  }

  /**
   * What can be given out now.
   *
   * @throws {DataSecurityError} `ERR_API_SECURITY_BODY` where the body is broken or goes beyond a limit; then and ever after.
   */
  push(chunk: Uint8Array): Uint8Array {
    if (this.failure !== undefined) throw this.failure;
    try {
      return this.advance(chunk);
    } catch (error) {
      this.failure = error as Error;
      throw error;
    }
  }

  /**
   * What is left.
   *
   * @throws {DataSecurityError} `ERR_API_SECURITY_BODY` where the body ends too early.
   */
  end(): Uint8Array {
    if (this.failure !== undefined) throw this.failure;
    // A number may end with the document.
    const rest =
      this.token.length > 0 && this.depth === 0 ? this.push(encoder.encode('\n')) : empty;
    const isEmptyLines = this.options.lines === true && this.expected === Expect.value;
    if (
      this.token.length > 0 ||
      this.depth > 0 ||
      (this.expected !== Expect.end && !isEmptyLines)
    ) {
      this.failure = this.fail('The body is no whole JSON document');
      throw this.failure;
    }
    return rest.subarray(0, Math.max(0, rest.length - 1));
  }

  private fail(message: string, details: Readonly<Record<string, number>> = {}): Error {
    return guardError('ERR_API_SECURITY_BODY', message, {
      hint: 'Nothing of what could not be looked at was given out.',
      details: { row: this.row, depth: this.depth, ...details },
    });
  }

  private advance(chunk: Uint8Array): Uint8Array {
    this.input = chunk;
    if (this.tail.length > 0) {
      this.input = new Uint8Array(this.tail.length + chunk.length);
      this.input.set(this.tail);
      this.input.set(chunk, this.tail.length);
      this.tail = empty;
    }
    this.view = viewOf(this.input);
    this.at = 0;
    this.from = 0;
    this.comma = -1;
    if (this.token.length > 0 && !this.resumeToken()) return this.takeOut();
    this.run();
    return this.takeOut();
  }

  private takeOut(): Uint8Array {
    const { input, out } = this;
    // Nothing was changed: the bytes go out as they came.
    if (out === undefined && this.from === 0 && this.removedAt < 0) {
      return this.at === input.length ? input : input.subarray(0, this.at);
    }
    this.copy(this.at);
    this.from = this.at;
    return this.out === undefined ? empty : this.takeBuffer();
  }

  private takeBuffer(): Uint8Array {
    const bytes = this.out!.take();
    this.out = undefined;
    return bytes;
  }

  /** Gives out the input up to a place. */
  private copy(end: number): void {
    if (this.removedAt >= 0 || end <= this.from) return;
    this.out ??= new ByteBuffer(this.input.length + 1024);
    this.out.append(this.input, this.from, end);
    this.from = end;
  }

  private write(bytes: Uint8Array): void {
    this.out ??= new ByteBuffer(this.input.length + 1024);
    this.out.append(bytes, 0, bytes.length);
  }

  /** Goes on with a name or value that was cut. Whether it is whole now. */
  private resumeToken(): boolean {
    const { input, token } = this;
    const isText = token.view()[0] === 0x22;
    let at = 0;
    let isWhole = false;
    if (isText) {
      for (; at < input.length && !isWhole; at += 1) {
        const byte = input[at]!;
        if (this.isEscaped) this.isEscaped = false;
        else if (byte === 0x5c) this.isEscaped = true;
        else if (byte === 0x22) isWhole = true;
      }
    } else {
      while (at < input.length && inWord[input[at]!] === 1) at += 1;
      isWhole = at < input.length;
    }
    token.append(input, 0, at);
    this.checkToken(token.length);
    this.at = at;
    this.from = at;
    if (!isWhole) return false;
    const bytes = token.view().slice();
    token.clear();
    if (
      isText
        ? scanString(bytes, viewOf(bytes), 1, bytes.length) !== bytes.length
        : !isWord(bytes, 0, bytes.length)
    ) {
      throw this.fail('The body is broken');
    }
    if (this.expected === Expect.value) this.finishScalar(bytes, 0, bytes.length, true);
    else this.finishKey(bytes, 0, bytes.length, true);
    return true;
  }

  private checkToken(length: number): void {
    const { maxTokenBytes } = this.options;
    if (length > maxTokenBytes) {
      throw this.fail('A value of the body is too long to be looked at', { maxTokenBytes });
    }
  }

  /** Keeps the rest of the input, which is the beginning of a name or value. */
  private cutToken(start: number): void {
    const { input, token } = this;
    this.copy(start);
    token.append(input, start, input.length);
    this.checkToken(token.length);
    this.isEscaped = false;
    if (input[start] === 0x22) {
      for (let index = start + 1; index < input.length; index += 1) {
        if (this.isEscaped) this.isEscaped = false;
        else if (input[index] === 0x5c) this.isEscaped = true;
      }
    }
    this.at = input.length;
    this.from = input.length;
  }

  private run(): void {
    const { input } = this;
    const { length } = input;
    for (;;) {
      if (this.expected === Expect.text) {
        if (!this.runText()) return;
        continue;
      }
      let { at } = this;
      while (at < length && space[input[at]!] === 1) {
        if (this.expected === Expect.end && input[at] === 0x0a) this.endLine();
        at += 1;
      }
      this.at = at;
      if (at >= length) {
        if (this.expected === Expect.key) this.holdComma();
        return;
      }
      const byte = input[at]!;
      switch (this.expected) {
        case Expect.value:
          if (!this.startValue(byte)) return;
          break;
        case Expect.firstElement:
          if (byte === 0x5d) this.close();
          else {
            this.expected = Expect.value;
            this.nextElement();
          }
          break;
        case Expect.firstKey:
          if (byte === 0x7d) this.close();
          else if (!this.readMembers(byte)) return;
          break;
        case Expect.key:
          if (!this.readMembers(byte)) return;
          break;
        case Expect.colon:
          if (byte !== 0x3a) throw this.fail('The body is broken');
          this.at += 1;
          this.expected = Expect.value;
          break;
        case Expect.next:
          this.readNext(byte);
          break;
        case Expect.end:
          throw this.fail('Something stands behind the document');
      }
    }
  }

  /** Goes on in a text on which nothing is done. Whether it has ended. */
  private runText(): boolean {
    const { input, counted } = this;
    if (counted !== undefined && this.at < input.length) {
      if (input[this.at] !== 0x22) this.record.see(counted, true);
      this.counted = undefined;
    }
    const end = scanString(input, this.view, this.at, input.length);
    if (end >= 0) {
      this.at = end;
      this.finishValue();
      return true;
    }
    if (end === broken) throw this.fail('The body is broken');
    const whole = ~end;
    this.at = whole;
    this.tail = input.slice(whole);
    return false;
  }

  /** Whether the input goes on behind it. */
  private startValue(byte: number): boolean {
    const { node } = this;
    if (this.depth === 0) this.openDocument(byte);
    if (node.removes && this.removedAt < 0) this.startRemoval();
    const isTreated = this.removedAt < 0 && !node.passes;
    if (byte === 0x22) {
      if (!isTreated) {
        this.at += 1;
        this.expected = Expect.text;
        this.counted = this.removedAt < 0 ? node.counted : undefined;
        return this.runText();
      }
      const { input, at } = this;
      const end = scanString(input, this.view, at + 1, input.length);
      if (end === broken) throw this.fail('The body is broken');
      if (end < 0) {
        this.cutToken(at);
        return false;
      }
      this.checkToken(end - at);
      this.finishScalar(input, at, end, false);
      return true;
    }
    if (byte === 0x7b) this.open(false);
    else if (byte === 0x5b) this.open(true);
    else return this.readWord();
    return true;
  }

  /** A document that is a list has as many records as elements, which are counted at its end. */
  private openDocument(byte: number): void {
    if (this.isLineOpen) return;
    this.isLineOpen = true;
    if (this.countsRecords && (this.options.lines === true || byte !== 0x5b)) {
      this.record.records += 1;
    }
  }

  /** A number, `true`, `false` or `null`. */
  private readWord(): boolean {
    const { input, at } = this;
    let end = at;
    while (end < input.length && inWord[input[end]!] === 1) end += 1;
    if (end === input.length) {
      this.cutToken(at);
      return false;
    }
    this.checkToken(end - at);
    if (end === at || !isWord(input, at, end)) throw this.fail('The body is broken');
    this.finishScalar(input, at, end, false);
    return true;
  }

  private open(isList: boolean): void {
    const { depth, node } = this;
    if (depth >= this.options.maxDepth) {
      throw this.fail('The body nests too deep to be looked at', {
        maxDepth: this.options.maxDepth,
      });
    }
    this.nodes[depth] = node;
    this.isList[depth] = isList;
    this.keeps[depth] = false;
    this.slotAt[depth] = 0;
    this.path.enter();
    this.path.set(-1);
    this.depth = depth + 1;
    this.at += 1;
    this.expected = isList ? Expect.firstElement : Expect.firstKey;
  }

  private close(): void {
    this.at += 1;
    this.depth -= 1;
    if (
      this.depth === 0 &&
      this.isList[0] === true &&
      this.options.lines !== true &&
      this.countsRecords
    ) {
      this.record.records += this.path.advance();
    }
    this.path.leave();
    this.finishValue();
  }

  private readNext(byte: number): void {
    const level = this.depth - 1;
    const isList = this.isList[level]!;
    if (byte === 0x2c) {
      if (isList) {
        this.at += 1;
        this.expected = Expect.value;
        this.nextElement();
      } else {
        this.comma = this.at;
        this.at += 1;
        this.expected = Expect.key;
      }
    } else if (byte === (isList ? 0x5d : 0x7d)) this.close();
    else throw this.fail('The body is broken');
  }

  private nextElement(): void {
    const index = this.path.advance();
    if (this.removedAt < 0) this.node = this.nodes[this.depth - 1]!.element(index);
  }

  /** Whether the input goes on behind what was read. */
  private readMembers(byte: number): boolean {
    const level = this.depth - 1;
    if (this.removedAt < 0 && this.held.length === 0 && (this.comma < 0 || this.keeps[level]!)) {
      this.checkHeld();
      this.runMembers();
      if (this.expected === Expect.next) return true;
    }
    return this.readKey(byte);
  }

  /** Whether the name is whole. */
  private readKey(byte: number): boolean {
    const { input, at } = this;
    if (byte !== 0x22) throw this.fail('The body is broken');
    const level = this.depth - 1;
    if (this.removedAt < 0) {
      this.checkHeld();
      // Mostly names come in the order in which they came before.
      const slot = this.nodes[level]!.slots[this.slotAt[level]!];
      if (slot !== undefined) {
        const { bytes } = slot;
        const size = bytes.length;
        if (at + size <= input.length) {
          let index = 1;
          while (index < size && input[at + index] === bytes[index]) index += 1;
          if (index === size) {
            this.slotAt[level]! += 1;
            this.finishName(slot.key, slot.node, at, at + size, input, false);
            return true;
          }
        }
      }
    }
    const end = scanString(input, this.view, at + 1, input.length);
    if (end === broken) throw this.fail('The body is broken');
    if (end < 0) {
      if (this.expected === Expect.key) this.holdComma();
      this.cutToken(at);
      return false;
    }
    this.checkToken(end - at);
    this.finishKey(input, at, end, false);
    return true;
  }

  /**
   * Goes on over members that come in their order, written without space, and hold scalars that are passed on: most of most documents. Stops
   * before the first that is anything else.
   */
  private runMembers(): void {
    const { input, view } = this;
    const { length } = input;
    const level = this.depth - 1;
    const { slots } = this.nodes[level]!;
    let at = this.at;
    let slotAt = this.slotAt[level]!;
    // Behind the last value that was passed over; there, a comma or the end is to come.
    let done = -1;
    for (;;) {
      const slot = slots[slotAt];
      if (slot === undefined || !slot.passes) break;
      const { bytes, words } = slot;
      const size = bytes.length;
      let to = at + size;
      // The name, the colon, and something of the value.
      if (to + 2 > length) break;
      let index = 0;
      for (let word = 0; word < words.length; word += 1, index += 4) {
        if (view.getInt32(at + index, true) !== words[word]) break;
      }
      if (index >> 2 !== words.length) break;
      while (index < size && input[at + index] === bytes[index]) index += 1;
      if (index !== size || input[to] !== 0x3a) break;
      to += 1;
      const byte = input[to]!;
      if (byte === 0x22) {
        to = skipPlain(input, view, to + 1, length);
        if (to >= length || input[to] !== 0x22) break;
        to += 1;
      } else if (byte >= 0x31 && byte <= 0x39) {
        const start = to;
        to = skipDigits(input, to + 1, length);
        if (to + 1 < length && input[to] === 0x2e) {
          const fraction = skipDigits(input, to + 1, length);
          if (fraction === to + 1) break;
          to = fraction;
        }
        // Longer ones are held to the limit.
        if (to - start > maxPlainDigits) break;
      } else if (byte === 0x74 && to + 4 < length) {
        if (view.getInt32(to, true) !== wordTrue) break;
        to += 4;
      } else if (byte === 0x66 && to + 5 < length) {
        if (view.getInt32(to + 1, true) !== wordAlse) break;
        to += 5;
      } else if (byte === 0x6e && to + 4 < length) {
        if (view.getInt32(to, true) !== wordNull) break;
        to += 4;
      } else break;
      if (to >= length) break;
      const next = input[to]!;
      if (next !== 0x2c && next !== 0x7d) break;
      // An empty text has the quote right behind the colon's, and null is nothing.
      if (slot.counted !== undefined && byte !== 0x6e && (byte !== 0x22 || to > at + size + 3)) {
        this.record.see(slot.counted, true);
      }
      slotAt += 1;
      done = to;
      if (next === 0x7d) break;
      at = to + 1;
    }
    if (done < 0) return;
    this.slotAt[level] = slotAt;
    this.comma = -1;
    this.keeps[level] = true;
    this.at = done;
    this.expected = Expect.next;
  }

  /** A comma whose fate the next name decides is kept back, with the space behind it. */
  private holdComma(): void {
    if (this.removedAt >= 0) return;
    const { input, comma, at } = this;
    const start = comma >= 0 ? comma : this.from;
    this.copy(start);
    this.held.append(input, start, at);
    this.checkToken(this.held.length);
    this.from = at;
    this.comma = -1;
  }

  /** However the input is cut, so much space may stand behind a comma and no more. */
  private checkHeld(): void {
    const { comma, held, at } = this;
    if (comma >= 0) this.checkToken(at - comma);
    else if (held.length > 0) this.checkToken(held.length + at - this.from);
  }

  private finishKey(bytes: Uint8Array, start: number, end: number, wasCut: boolean): void {
    if (this.removedAt >= 0) {
      if (!wasCut) this.at = end;
      this.comma = -1;
      this.expected = Expect.colon;
      return;
    }
    const key = readText(bytes, start, end);
    const level = this.depth - 1;
    const parent = this.nodes[level]!;
    const node = parent.member(key);
    this.slotAt[level] = parent.slotOf(key) + 1;
    this.finishName(key, node, start, end, bytes, wasCut);
  }

  /** Decides whether a member stays, with the comma before it. */
  private finishName(
    key: string,
    node: PlanNode,
    start: number,
    end: number,
    bytes: Uint8Array,
    wasCut: boolean,
  ): void {
    const level = this.depth - 1;
    const keeps = this.keeps[level]!;
    this.path.set(key);
    this.node = node;
    this.expected = Expect.colon;
    if (!wasCut) this.at = end;
    if (node.spot.isUndocumented) this.record.noteUndocumented(node, this);
    const { comma, held } = this;
    if (node.removes) {
      if (comma >= 0) this.copy(comma);
      else if (!wasCut && held.length === 0) this.copy(start);
      this.noteRemoval(node, 'remove');
      this.removedAt = this.depth;
    } else {
      if (held.length > 0) this.write(held.view(keeps ? 0 : 1));
      else if (comma >= 0 && !keeps) {
        this.copy(comma);
        this.from = comma + 1;
      }
      if (wasCut) this.write(bytes);
      this.keeps[level] = true;
    }
    held.clear();
    this.comma = -1;
    // A colon mostly stands right behind the name.
    if (this.at < this.input.length && this.input[this.at] === 0x3a) {
      this.at += 1;
      this.expected = Expect.value;
    }
  }

  private noteRemoval(node: PlanNode, op: 'remove' | 'replace'): void {
    const { field, kind } = node.spot;
    if (kind !== undefined && op === 'remove') this.record.see(kind, false);
    this.record.note(field!, op, false, this);
  }

  /** An element, or a whole document, is taken out. */
  private startRemoval(): void {
    this.copy(this.at);
    this.noteRemoval(this.node, 'replace');
    this.write(nothing);
    this.removedAt = this.depth;
  }

  private finishScalar(bytes: Uint8Array, start: number, end: number, wasCut: boolean): void {
    const { node } = this;
    if (!wasCut) this.at = end;
    if (this.removedAt < 0) {
      if (node.passes) {
        if (node.counted !== undefined && bytes[start] !== 0x6e) {
          this.record.see(node.counted, true);
        }
        if (wasCut) this.write(bytes);
      } else {
        const text = decoder.decode(bytes.subarray(start, end));
        const value = JSON.parse(text) as JsonScalar;
        const shown = treatScalar(node, value, this, this.record);
        if (shown !== value) {
          if (!wasCut) {
            this.copy(start);
            this.from = end;
          }
          this.write(encoder.encode(JSON.stringify(shown)));
        } else if (wasCut) this.write(bytes);
      }
    }
    this.finishValue();
  }

  private finishValue(): void {
    if (this.removedAt === this.depth) {
      this.removedAt = -1;
      this.from = this.at;
    }
    if (this.depth > 0) this.expected = Expect.next;
    else {
      this.expected = Expect.end;
      this.node = this.root;
    }
  }

  private endLine(): void {
    if (this.options.lines !== true || !this.isLineOpen) return;
    this.isLineOpen = false;
    this.row += 1;
    this.expected = Expect.value;
  }
}
