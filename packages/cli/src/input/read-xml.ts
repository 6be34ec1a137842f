import { SaxesParser } from 'saxes';
import type { ByteChunks } from './read-bytes.ts';

/** What a reader of XML is told. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * Reads XML as it comes and yields after each chunk, so that what the handler gathered can be passed on. Entities of a document
 * type are not expanded: they are an error.
 */
export async function* readXml(bytes: ByteChunks, handler: XmlHandler): AsyncGenerator<void> {
  const decoder = new TextDecoder();
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  parser.on('opentag', (tag) => handler.open(withoutPrefix(tag.name), tag.attributes));
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('closetag', (tag) => handler.close(withoutPrefix(tag.name)));
  let isEmpty = true;
  for await (const chunk of bytes) {
    isEmpty = false;
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  if (!isEmpty) parser.close();
  yield;
}

/** Reads XML to its end. */
export async function readWholeXml(bytes: ByteChunks, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(bytes, handler));
}
