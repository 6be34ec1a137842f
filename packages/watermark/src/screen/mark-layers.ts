import { drawLabel } from './draw-label.ts';

/** Side of the pattern, in pixels of the screen, at whatever zoom: fine enough not to be seen, coarse enough for JPEG and scaling. */
const patternSidePixels = 192;

/** What is not to be changed of the host, whatever style sheets say: an inline style that is important has the last word. */
const hostStyle: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['position', 'fixed'],
  ['inset', '0'],
  ['width', 'auto'],
  ['height', 'auto'],
  ['min-width', '100%'],
  ['min-height', '100%'],
  ['max-width', 'none'],
  ['max-height', 'none'],
  ['margin', '0'],
  ['padding', '0'],
  ['border', '0'],
  ['display', 'block'],
  ['visibility', 'visible'],
  ['opacity', '1'],
  ['overflow', 'hidden'],
  ['background', 'transparent'],
  ['pointer-events', 'none'],
  ['user-select', 'none'],
  ['z-index', '2147483647'],
  ['animation', 'none'],
  ['transition', 'none'],
  ['transform', 'none'],
  ['translate', 'none'],
  ['scale', 'none'],
  ['rotate', 'none'],
  ['filter', 'none'],
  ['clip-path', 'none'],
  ['mask', 'none'],
  ['mix-blend-mode', 'normal'],
  ['content-visibility', 'visible'],
];

/** Gives an element the style that it must have, and takes away what hides it. */
export function dressHost(host: HTMLElement): void {
  for (const { name } of [...host.attributes]) {
    if (name !== 'style' && name !== 'popover' && name !== 'aria-hidden')
      host.removeAttribute(name);
  }
  host.setAttribute('aria-hidden', 'true');
  if (typeof host.showPopover === 'function') host.setAttribute('popover', 'manual');
  host.style.cssText = '';
  for (const [property, value] of hostStyle) host.style.setProperty(property, value, 'important');
}

/** Whether the host is there to be seen, as the browser computes it. */
export function isShown(host: HTMLElement): boolean {
  if (!host.isConnected) return false;
  const style = getComputedStyle(host);
  const { width, height } = host.getBoundingClientRect();
  return (
    style.display === 'block' &&
    style.visibility === 'visible' &&
    style.opacity === '1' &&
    style.position === 'fixed' &&
    style.zIndex === '2147483647' &&
    style.transform === 'none' &&
    style.filter === 'none' &&
    style.clipPath === 'none' &&
    width >= document.documentElement.clientWidth &&
    height >= Math.min(innerHeight, document.documentElement.clientHeight || innerHeight)
  );
}

function createLayer(url: string, size: string): HTMLElement {
  const layer = document.createElement('div');
  const style: readonly (readonly [string, string])[] = [
    ['position', 'absolute'],
    ['inset', '0'],
    ['pointer-events', 'none'],
    ['background-image', `url("${url}")`],
    ['background-size', size],
    ['background-repeat', 'repeat'],
    // Browsers leave backgrounds out when they print, unless told so.
    ['print-color-adjust', 'exact'],
    ['-webkit-print-color-adjust', 'exact'],
  ];
  for (const [property, value] of style) layer.style.setProperty(property, value, 'important');
  return layer;
}

/** The layers of a mark: the faint pattern, and words if there are any. */
export function drawLayers(pattern: string | undefined, label: string | undefined): HTMLElement[] {
  const layers: HTMLElement[] = [];
  if (pattern !== undefined) {
    const side = patternSidePixels / (devicePixelRatio || 1);
    layers.push(createLayer(pattern, `${side}px ${side}px`));
  }
  if (label !== undefined && label !== '') {
    const { url, width, height } = drawLabel(label);
    layers.push(createLayer(url, `${width}px ${height}px`));
  }
  return layers;
}
