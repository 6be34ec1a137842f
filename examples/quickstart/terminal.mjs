/**
 * Words for a terminal: calm colours where there is one, plain text in a pipe or with NO_COLOR (https://no-color.org).
 */
const colours =
  process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
const paint = (code) => (text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : String(text));

export const bold = paint('1');
export const dim = paint('2');
export const red = paint('31');
export const green = paint('32');

/** One line. */
export function say(text = '') {
  process.stdout.write(`${text}\n`);
}

/** The heading of a step. */
export function sayStep(number, title) {
  say(`\n${bold(`${number}  ${title}`)}`);
}

/** A command as a person would type it. */
export function sayCommand(args) {
  const quote = (arg) => (/^[\w./:@=,+-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`);
  say(`${dim('$')} yushu ${args.map(quote).join(' ')}`);
}

/** Columns that a text takes: Chinese characters take two. */
function widthOf(text) {
  return [...text].reduce((width, letter) => width + (/[\u2E80-\uFFEF]/u.test(letter) ? 2 : 1), 0);
}

/** A table: rows of texts, of which columns named in `right` stand at the right. */
export function sayTable(header, rows, right) {
  const widths = header.map((_, at) =>
    Math.max(...[header, ...rows].map((row) => widthOf(row[at]))),
  );
  const line = (row) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat(widths[at] - widthOf(cell));
        return right.includes(at) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  say(dim(`   ${line(header)}`));
  for (const row of rows) say(`   ${line(row)}`);
}

/** A count with its thousands apart. */
export const count = (value) => value.toLocaleString('en-US');

/** `1 file`, `2 files`. */
export const plural = (value, one, more = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : more}`;
