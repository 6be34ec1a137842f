import type { RewriteStream } from '../../src/index.ts';

/** Sends a text through a stream in the pieces given and gives what comes out. */
export async function runStream(stream: RewriteStream, pieces: readonly string[]): Promise<string> {
  const writer = stream.writable.getWriter();
  const fed = (async () => {
    for (const piece of pieces) await writer.write(piece);
    await writer.close();
  })();
  fed.catch(() => {});
  let output = '';
  for await (const piece of stream.readable) output += piece;
  await fed;
  return output;
}

/** Cuts a text at the places given. */
export function cutAt(text: string, places: readonly number[]): string[] {
  const cuts = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index] ?? text.length));
}
