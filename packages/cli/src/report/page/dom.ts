/** Elements without markup: every text is set as text. */

type Child = Node | string;

/** An element with its attributes and children. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly Child[] = [],
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** A rectangle chart of one line: the same elements that the page is served with. */
export function drawing(
  className: string,
  width: string,
  height: number,
  rects: readonly Readonly<Record<string, string | number>>[],
): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const set = (target: Element, attributes: Readonly<Record<string, string | number>>) => {
    for (const [key, value] of Object.entries(attributes)) target.setAttribute(key, String(value));
  };
  set(svg, { class: className, width, height, 'aria-hidden': 'true', focusable: 'false' });
  for (const attributes of rects) {
    const rect = document.createElementNS(space, 'rect');
    set(rect, { height, ...attributes });
    svg.append(rect);
  }
  return svg;
}

/** A text in both languages, of which the page shows the one of its language. */
export function both({ en, zh }: { readonly en: string; readonly zh: string }): DocumentFragment {
  const made = document.createDocumentFragment();
  made.append(element('span', { lang: 'en' }, [en]), element('span', { lang: 'zh-Hans' }, [zh]));
  return made;
}
