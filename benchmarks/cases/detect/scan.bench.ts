import { OpenRedaction } from '@openredaction/core';
import { Redactor } from '@redactpii/node';
import { createScanner } from '@yushu/detect';
import type { Bench } from '../../src/bench.ts';
import { corpus, corpusNames } from './corpora.ts';

/** How many findings a thousand lines have at least and at most, by category: nothing is timed before it holds. */
const expected: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'access-log': { 'network.ipv4': 0.8 },
  'server-log': {},
  'chinese-personal': {
    'contact.phone': 0.99,
    'id.resident.cn': 0.95,
    'contact.email': 0.99,
    'person.name': 0.9,
    'location.address': 0.95,
  },
  prose: {},
  code: {},
  json: { 'contact.phone': 0.99, 'contact.email': 0.99 },
};

function check(name: string, text: string): void {
  const lines = text.split('\n').length - 1;
  const counts = new Map<string, number>();
  for (const { category } of createScanner().scan(text))
    counts.set(category, (counts.get(category) ?? 0) + 1);
  for (const [category, share] of Object.entries(expected[name]!)) {
    const count = counts.get(category) ?? 0;
    if (count < lines * share)
      throw new Error(`${name}: ${count} of ${category} in ${lines} lines`);
    counts.delete(category);
  }
  const others = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (others > lines * 0.02) throw new Error(`${name}: ${others} findings that are not there`);
}

/** The least that any scan must do: look at each byte once. */
function countBytes(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x40) count += 1;
  }
  return count;
}

const size = 262_144;
/** Peers need seconds for what takes us milliseconds: both get less text. */
const sizeForPeers = 65_536;

const againstBytes: readonly Bench[] = corpusNames.map((name) => ({
  name: `detect.scan.${name}`,
  about: `Scanning ${name}, all detectors on, against a plain loop over its bytes`,
  prepare() {
    const text = corpus(name, size);
    const bytes = new TextEncoder().encode(text);
    const scanner = createScanner();
    return {
      work: { unit: 'byte', amount: bytes.length },
      check: () => check(name, text),
      subjects: {
        'scanner.scan': () => scanner.scan(text).length,
        'bare byte loop': () => countBytes(bytes),
      },
    };
  },
}));

const againstPeers: readonly Bench[] = corpusNames.map((name) => ({
  name: `detect.peers.${name}`,
  about: `Scanning ${name}; @redactpii/node has a handful of patterns and no Chinese ones`,
  prepare() {
    const text = corpus(name, sizeForPeers);
    const scanner = createScanner();
    const open = new OpenRedaction();
    const redactor = new Redactor();
    return {
      work: { unit: 'byte', amount: new TextEncoder().encode(text).length },
      async check() {
        check(name, text);
        // Peers are right where they find what they know: an address of electronic mail.
        const mail = 'write to alice.smith@gmail.com soon';
        if ((await open.detect(mail)).detections.length === 0) throw new Error('openredaction');
        if (redactor.redact(mail) === mail) throw new Error('@redactpii/node');
      },
      subjects: {
        'scanner.scan': () => scanner.scan(text).length,
        openredaction: () => open.detect(text),
        '@redactpii/node': () => redactor.redact(text),
      },
    };
  },
}));

export const benches: readonly Bench[] = [...againstBytes, ...againstPeers];
