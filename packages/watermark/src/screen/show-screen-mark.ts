import { watermarkError } from '../watermark-error.ts';
import { drawLayers, dressHost, isShown } from './mark-layers.ts';

/** What was done to a mark, and undone. */
export type ScreenTampering =
  /** It was taken out of the page. */
  | 'removed'
  /** It, or what it is made of, was changed, or hidden. */
  | 'changed';

/** Options of {@link showScreenMark}. */
export interface ShowScreenMarkOptions {
  /** The faint pattern, as `createScreenPattern` drew it on the server. */
  readonly pattern?: string;
  /** Words to be seen, such as name and time, in up to four lines; a function is asked every minute. */
  readonly label?: string | (() => string);
  /** Is told when somebody tampered with the mark, which is back by then. */
  readonly onTampering?: (what: ScreenTampering) => void;
}

/** A mark that is shown. */
export interface ScreenMark {
  /** Takes the mark away, with everything that guards it. */
  remove(): void;
}

/** What cannot be observed is looked at so often. */
const lookMs = 1000;
const labelMs = 60_000;
/** Whoever removes it in a loop would otherwise keep the page busy: so many times between two looks. */
const mostRestores = 50;

const dataUrl = /^data:image\/[a-z+]+[;,][^"\\\n]*$/;

/**
 * Lays a mark over a web page: words that everybody sees, and a faint pattern that says who looks at it, for screens that may be
 * photographed. It lets every click through, is silent for screen readers, is printed, too, follows zoom and dark pages, and stays
 * above dialogs and full screens. Where it is removed, hidden or changed, it is back at once: that makes honest people think, and stops
 * nobody who rules the browser. The page's content security policy must allow `img-src data:`.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` where there is neither pattern nor label, or no document.
 *
 * @example
 * ```ts
 * import { createScreenPattern, showScreenMark } from '@yushu/watermark/screen';
 *
 * // On the server, for this viewer:
 * const pattern = createScreenPattern({ key: crypto.getRandomValues(new Uint8Array(32)), id: 4711n });
 *
 * // In the page:
 * if (typeof document !== 'undefined') {
 *   const mark = showScreenMark({ pattern, label: () => `张三 4711\n${new Date().toLocaleString()}` });
 *   addEventListener('logout', () => mark.remove());
 * }
 * ```
 */
export function showScreenMark({ pattern, label, onTampering }: ShowScreenMarkOptions): ScreenMark {
  const isEmpty = pattern === undefined && label === undefined;
  if (
    typeof document === 'undefined' ||
    isEmpty ||
    (pattern !== undefined && !dataUrl.test(pattern))
  ) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'A screen mark needs a document, and a pattern or a label',
      'Give what createScreenPattern made, in a browser.',
    );
  }
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const ends = new AbortController();
  const { signal } = ends;
  let restores = 0;
  let isRaising = false;

  const redraw = (): void => {
    root.replaceChildren(...drawLayers(pattern, typeof label === 'function' ? label() : label));
  };
  /** Puts it above dialogs and what fills the screen: what comes last is on top. */
  const raise = (): void => {
    if (typeof host.showPopover !== 'function' || !host.isConnected || isRaising) return;
    isRaising = true;
    try {
      if (host.matches(':popover-open')) host.hidePopover();
      host.showPopover();
    } catch {
      // A page that is about to go shows nothing any more.
    } finally {
      isRaising = false;
    }
  };
  const observer = new MutationObserver((records) => {
    const inside = records.some(({ target }) => target === host || target.getRootNode() === root);
    const raised = records.some(({ attributeName }) => attributeName === 'open');
    if (inside || !host.isConnected || host.parentNode !== document.documentElement) restore();
    else if (raised) raise();
  });
  const watch = (): void => {
    observer.observe(document, { childList: true, subtree: true, attributeFilter: ['open'] });
    observer.observe(host, { attributes: true });
    observer.observe(root, {
      attributes: true,
      childList: true,
      subtree: true,
      characterData: true,
    });
  };
  /** Does what must not be taken for tampering. */
  const unwatched = (change: () => void): void => {
    observer.disconnect();
    change();
    // What was observed in between is of our own doing.
    observer.takeRecords();
    watch();
  };
  const place = (): void => {
    dressHost(host);
    for (const animation of host.getAnimations?.({ subtree: true }) ?? []) animation.cancel();
    redraw();
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
    raise();
  };
  const restore = (): void => {
    if (signal.aborted || restores >= mostRestores) return;
    restores += 1;
    const what = host.isConnected ? 'changed' : 'removed';
    unwatched(place);
    onTampering?.(what);
  };

  unwatched(place);
  const looking = setInterval(() => {
    restores = 0;
    const isClosed = typeof host.showPopover === 'function' && !host.matches(':popover-open');
    if (!isShown(host) || isClosed) restore();
  }, lookMs);
  const telling =
    typeof label === 'function' ? setInterval(() => unwatched(redraw), labelMs) : undefined;
  host.addEventListener(
    'toggle',
    () => {
      if (!isRaising && host.isConnected && !host.matches(':popover-open')) restore();
    },
    { signal },
  );
  document.addEventListener('fullscreenchange', raise, { signal });
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target !== host) raise();
    },
    { signal, capture: true },
  );
  // Zoom, and another screen, change how many pixels a pixel of the page has.
  addEventListener('resize', () => unwatched(redraw), { signal });
  return {
    remove() {
      ends.abort();
      observer.disconnect();
      clearInterval(looking);
      clearInterval(telling);
      host.remove();
    },
  };
}
