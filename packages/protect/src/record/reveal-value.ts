import type { EventPlace } from '@yushu/core';
import type { TextKind } from '../engine/plan-parts.ts';
import type { RevealEngine } from '../engine/reveal-engine.ts';
import { inOrder } from '../engine/reveal-engine.ts';
import { type Replacement, replaceParts } from '../engine/write-parts.ts';
import { findSealedParts, holdsSealed, sealedPrefix } from '../sealed/find-sealed.ts';
import type { SealPlace } from '../sealed/sealer.ts';
import { textOfValue } from '../sealed/value-text.ts';
import type { RecordLeaf, RecordValue } from './map-record.ts';

/** A piece of a document as a value: JSON where it is JSON, otherwise the text as it was written. */
function valueOfRaw(raw: string): RecordValue {
  try {
    return JSON.parse(raw) as RecordValue;
  } catch {
    return raw;
  }
}

/** The inside of a JSON string as text, where it is that. */
function textOfRaw(raw: string): string {
  const value = valueOfRaw(`"${raw}"`);
  return typeof value === 'string' ? value : raw;
}

function isSafeWhole(text: string, type: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(text) && (type === 'bigint' || Number.isSafeInteger(Number(text)));
}

/** A text or key as it may be given out. */
interface RevealedText {
  readonly text: string;
  /** Ordinal that the next sealed part has. */
  readonly nextPart: number;
  /** Whether it is sensitive itself: no event may name it. */
  readonly isHidden: boolean;
}

function placeOf(column: string | undefined, path: string | undefined): () => EventPlace {
  if (path !== undefined) return () => ({ path });
  return () => (column === undefined ? {} : { column });
}

/** Reveals single values and the values and keys of records. */
export class RecordValueRevealer {
  private readonly engine: RevealEngine;

  constructor(engine: RevealEngine) {
    this.engine = engine;
  }

  leaf(
    value: RecordLeaf,
    name: string | undefined,
    path: string | undefined,
    eventPath: string | undefined,
    place: SealPlace,
  ): RecordValue {
    const eventPlace = placeOf(name, eventPath);
    if (typeof value === 'string' && value.startsWith(sealedPrefix)) {
      const opened = this.engine.open(value, place, undefined);
      if (!this.engine.grant(opened, name, path, eventPlace, undefined)) return value;
      return opened.raw ? valueOfRaw(textOfValue(opened.value)) : opened.value;
    }
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    if (typeof value !== 'string' && !isNumber) return value;
    const text = String(value);
    const kind = isNumber ? 'solid' : 'field';
    const revealed = this.parts(text, kind, name, path, eventPlace, place, 0, typeof value).text;
    if (revealed === text) return value;
    return typeof value === 'string'
      ? revealed
      : typeof value === 'bigint'
        ? BigInt(revealed)
        : Number(revealed);
  }

  name(
    key: string,
    parentName: string | undefined,
    parent: string,
    eventPath: string,
    place: SealPlace,
    firstPart: number,
  ): RevealedText {
    const eventPlace = placeOf(undefined, eventPath);
    return this.parts(key, 'name', parentName, parent, eventPlace, place, firstPart, 'string');
  }

  private parts(
    text: string,
    kind: TextKind,
    name: string | undefined,
    path: string | undefined,
    eventPlace: () => EventPlace,
    place: SealPlace,
    firstPart: number,
    type: string,
  ): RevealedText {
    const { engine } = this;
    const found: Replacement[] = [];
    let part = firstPart;
    for (const { start, end, sealed } of holdsSealed(text) ? findSealedParts(text) : []) {
      const opened = engine.open(sealed, place, part);
      part += 1;
      if (!engine.grant(opened, name, path, eventPlace, undefined)) continue;
      const value = textOfValue(opened.value);
      found.push({ start, end, text: opened.raw ? textOfRaw(value) : value });
    }
    let isHidden = found.length > 0 || part > firstPart;
    if (engine.seeksFormats) {
      const formats = engine.openFormats(
        text,
        (candidate) =>
          kind === 'solid' && !isSafeWhole(candidate, type)
            ? []
            : engine.plan(candidate, kind, name, path, candidate === ''),
        engine.coverPlace(name),
        name,
        path,
        eventPlace,
        undefined,
      );
      found.push(...formats.replacements);
      inOrder(found);
      isHidden ||= formats.isFound;
    }
    return { text: replaceParts(text, found), nextPart: part, isHidden };
  }
}
