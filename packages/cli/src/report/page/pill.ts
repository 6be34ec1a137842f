/**
 * A line at the bottom of the window that says what a pressed bar did, while the table is out of sight.
 */
export interface Pill {
  /** Says how many findings are left; nothing where no filter is on. */
  say(text: string, filtered: boolean): void;
}

/** Brings the pill to life. `clear` takes all filters back. */
export function bindPill(section: HTMLElement, clear: () => void): Pill {
  const pill = section.querySelector<HTMLElement>('.pill')!;
  const link = pill.querySelector('a')!;
  let inView = false;
  let wanted = false;
  let pressed: HTMLElement | undefined;
  const draw = () => {
    pill.hidden = inView || !wanted;
  };
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    pressed = target.closest<HTMLElement>('[role=toolbar] button') ?? pressed;
  });
  pill.querySelector('button')!.addEventListener('click', () => {
    // The pill goes away; the bar that brought it is where the reader goes on.
    pressed?.focus({ preventScroll: true });
    clear();
  });
  new IntersectionObserver(([entry]) => {
    inView = entry!.isIntersecting;
    draw();
  }).observe(section.querySelector('.status')!);
  return {
    say(text, filtered) {
      link.textContent = `↓ ${text}`;
      wanted = filtered;
      draw();
    },
  };
}
