import { createInterface } from 'node:readline';

/** Asks a question and gives the line that is typed; an empty one where the input ends. */
export function askForWord(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string> {
  return new Promise((resolve) => {
    const lines = createInterface({ input, output });
    lines.question(question, (answer) => {
      resolve(answer.trim());
      lines.close();
    });
    lines.on('close', () => resolve(''));
  });
}
