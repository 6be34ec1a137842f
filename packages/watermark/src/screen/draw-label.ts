const fontSize = 14;
const lineHeight = 20;
const turnDegrees = -22;

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** About how wide a line is, in pixels: ideographs are square, letters half as wide. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += (character.codePointAt(0) as number) > 0x2e80 ? 1 : 0.58;
  return width * fontSize;
}

/** A picture that is repeated, with the side lengths of one repetition, in pixels. */
export interface LabelTile {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** Draws words, slanted, twice in a tile, so that repeated they stand like bricks; grey, to be read on light and on dark. */
export function drawLabel(label: string): LabelTile {
  const lines = label.slice(0, 400).split('\n').slice(0, 4);
  const turn = Math.abs((turnDegrees * Math.PI) / 180);
  const text = Math.max(40, ...lines.map(widthOf));
  const block = lines.length * lineHeight;
  const width = Math.ceil(text * Math.cos(turn) + block * Math.sin(turn)) + 96;
  const height = 2 * (Math.ceil(text * Math.sin(turn) + block * Math.cos(turn)) + 44);
  const words = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y}) rotate(${turnDegrees})">${lines
      .map(
        (line, index) =>
          `<text y="${(index - (lines.length - 1) / 2) * lineHeight}">${escapeText(line)}</text>`,
      )
      .join('')}</g>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g fill="#808080" fill-opacity=".17" ` +
    `text-anchor="middle" dominant-baseline="middle" font-size="${fontSize}" font-weight="500" letter-spacing=".5" ` +
    `font-family="system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif">` +
    // The second one is cut at both sides, and meets itself.
    `${words(width / 2, height / 4)}${words(0, (3 * height) / 4)}${words(width, (3 * height) / 4)}</g></svg>`;
  return { url: `data:image/svg+xml,${encodeURIComponent(svg)}`, width, height };
}
