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
    place: SealPlace,
  ): RecordValue {
    const eventPlace = () =>
      path === undefined ? (name === undefined ? {} : { column: name }) : { path };
    if (typeof value === 'string' && value.startsWith(sealedPrefix)) {
      const opened = this.engine.open(value, place, undefined);
      if (!this.engine.grant(opened, name, path, eventPlace, undefined)) return value;
      return opened.raw ? valueOfRaw(textOfValue(opened.value)) : opened.value;
    }
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    if (typeof value !== 'string' && !isNumber) return value;
    const text = String(value);
    const kind = isNumber ? 'solid' : 'field';
    const revealed = this.parts(text, kind, name, path, place, 0, typeof value).text;
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
    place: SealPlace,
    firstPart: number,
  ): { text: string; nextPart: number } {
    return this.parts(key, 'name', parentName, parent, place, firstPart, 'string');
  }

  private parts(
    text: string,
    kind: TextKind,
    name: string | undefined,
    path: string | undefined,
    place: SealPlace,
    firstPart: number,
    type: string,
  ): { text: string; nextPart: number } {
    const { engine } = this;
    const eventPlace = () =>
      path === undefined ? (name === undefined ? {} : { column: name }) : { path };
    const found: Replacement[] = [];
    let part = firstPart;
    for (const { start, end, sealed } of holdsSealed(text) ? findSealedParts(text) : []) {
      const opened = engine.open(sealed, place, part);
      part += 1;
      if (!engine.grant(opened, name, path, eventPlace, undefined)) continue;
      const value = textOfValue(opened.value);
      found.push({ start, end, text: opened.raw ? textOfRaw(value) : value });
    }
    if (engine.seeksFormats) {
      found.push(
        ...engine.openFormats(
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
        ),
      );
      inOrder(found);
    }
    return { text: replaceParts(text, found), nextPart: part };
  }
}
