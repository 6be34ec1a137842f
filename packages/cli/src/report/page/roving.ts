/**
 * One stop of the Tab key for a group of buttons, and arrow keys within it (WAI-ARIA Authoring Practices, toolbar pattern).
 */
export function bindRoving(toolbar: HTMLElement): void {
  const all = () => [...toolbar.querySelectorAll<HTMLElement>('button, summary')];
  const reachable = () => all().filter((item) => item.offsetParent !== null);
  const choose = (chosen: HTMLElement) => {
    for (const item of all()) item.tabIndex = item === chosen ? 0 : -1;
  };
  const first = all()[0];
  if (first !== undefined) choose(first);

  toolbar.addEventListener('focusin', (event) => choose(event.target as HTMLElement));
  toolbar.addEventListener('keydown', (event) => {
    const items = reachable();
    const at = items.indexOf(event.target as HTMLElement);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: items.length - 1,
    };
    const next = steps[event.key];
    if (at < 0 || next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    items[(next + items.length) % items.length]!.focus();
  });
}
