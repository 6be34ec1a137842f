import type { TableData } from '../table-data.ts';
import { bindPill } from './pill.ts';
import { isChinese } from './preferences.ts';
import { makeEvidence, makeRow } from './row.ts';
import {
  type Filter,
  filters,
  type Order,
  type SortKey,
  selectRows,
  sortRows,
} from './select-rows.ts';

const rowsPerPage = 50;

/** Directions that a column starts with: what matters most comes first. */
const startsDescending: Readonly<Record<SortKey, boolean>> = {
  level: true,
  category: false,
  place: false,
  likelihood: true,
};

/** Brings the table of findings to life. Gives back what to call when the language has changed. */
export function createTable(section: HTMLElement, data: TableData): () => void {
  const form = section.querySelector('form')!;
  const search = form.querySelector<HTMLInputElement>('input[type=search]')!;
  const reset = form.querySelector<HTMLButtonElement>('button[type=reset]')!;
  const body = section.querySelector('tbody')!;
  const status = section.querySelector<HTMLElement>('[data-status]')!;
  const empty = section.querySelector<HTMLElement>('.empty')!;
  const pager = section.querySelector<HTMLElement>('.pager')!;
  const pageNumber = pager.querySelector<HTMLInputElement>('input')!;
  const selects = filters.map(
    (filter) => form.querySelector<HTMLSelectElement>(`select[data-filter=${filter}]`)!,
  );
  const headers = [...section.querySelectorAll<HTMLElement>('th[data-sort]')];
  const columns = section.querySelectorAll('th').length;

  const pill = bindPill(section, () => {
    search.value = '';
    for (const select of selects) select.value = '';
    update();
  });

  let order: Order = { key: 'level', descending: true };
  let rows = new Uint32Array();
  let page = 0;

  const pages = () => Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const count = (value: number) => value.toLocaleString('en-US');

  function draw(): void {
    const from = page * rowsPerPage;
    const shown = rows.subarray(from, from + rowsPerPage);
    body.replaceChildren(
      ...Array.from(shown, (row) => makeRow(data, row, data.preview !== undefined)),
    );
    empty.hidden = rows.length > 0;
    section.querySelector('table')!.hidden = rows.length === 0;
    pager.hidden = pages() === 1;
    pageNumber.value = String(page + 1);
    pageNumber.max = String(pages());
    pager.querySelector('[data-page=count]')!.textContent = count(pages());
    const to = from + shown.length;
    const total = count(rows.length);
    const of = count(data.file.length);
    const filtered = rows.length < data.file.length;
    status.textContent = isChinese()
      ? rows.length === 0
        ? `${of} 条中没有符合条件的`
        : `第 ${count(from + 1)}–${count(to)} 条，共 ${total} 条${filtered ? `（全部 ${of} 条）` : ''}`
      : rows.length === 0
        ? `None of ${of} findings`
        : `${count(from + 1)}–${count(to)} of ${total} findings${filtered ? ` (${of} in all)` : ''}`;
    pill.say(status.textContent, !reset.disabled);
    for (const button of pager.querySelectorAll<HTMLButtonElement>('button')) {
      const back = button.dataset['page'] === 'first' || button.dataset['page'] === 'previous';
      // Not `disabled`, which would drop the focus of who pages to the end.
      const idle = back ? page === 0 : page === pages() - 1;
      button.setAttribute('aria-disabled', String(idle));
    }
  }

  function update(): void {
    const values: Partial<Record<Filter, number>> = {};
    for (const [index, filter] of filters.entries()) {
      const { value } = selects[index]!;
      if (value !== '') values[filter] = Number(value);
      // The charts show the same choice.
      for (const button of document.querySelectorAll<HTMLElement>(
        `[role=toolbar][data-filter=${filter}] button`,
      )) {
        button.setAttribute('aria-pressed', String(button.dataset['value'] === value));
      }
    }
    rows = selectRows(data, { text: search.value, values });
    sortRows(data, rows, order, document.documentElement.lang);
    for (const header of headers) {
      const sorted = header.dataset['sort'] === order.key;
      const direction = order.descending ? 'descending' : 'ascending';
      header.setAttribute('aria-sort', sorted ? direction : 'none');
    }
    reset.disabled = search.value === '' && Object.keys(values).length === 0;
    page = 0;
    draw();
  }

  function turnTo(wanted: number): void {
    const next = Math.min(pages() - 1, Math.max(0, Math.trunc(wanted)));
    if (Number.isNaN(next) || next === page) pageNumber.value = String(page + 1);
    else {
      page = next;
      draw();
    }
  }

  function toggle(button: HTMLElement): void {
    const tr = button.closest('tr')!;
    const open = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!open));
    if (open) tr.nextElementSibling!.remove();
    else tr.after(makeEvidence(data, Number(tr.dataset['row']), columns));
  }

  let waiting = 0;
  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(update, 80);
  });
  for (const select of selects) select.addEventListener('change', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => {
    // The button is about to be disabled; the search is where the reader goes on.
    search.focus();
    setTimeout(update);
  });
  for (const header of headers) {
    header.querySelector('button')!.addEventListener('click', () => {
      const key = header.dataset['sort'] as SortKey;
      const descending = order.key === key ? !order.descending : startsDescending[key];
      order = { key, descending };
      update();
    });
  }
  pager.addEventListener('click', (event) => {
    const name = (event.target as HTMLElement).closest('button')?.dataset['page'];
    const targets: Record<string, number> = {
      first: 0,
      previous: page - 1,
      next: page + 1,
      last: pages() - 1,
    };
    if (name !== undefined) turnTo(targets[name]!);
  });
  pageNumber.addEventListener('change', () => turnTo(Number(pageNumber.value) - 1));
  body.addEventListener('click', (event) => {
    const target = event.target as HTMLElement;
    const button = target.closest<HTMLElement>('button.open');
    if (button !== null) toggle(button);
  });
  body.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const buttons = [...body.querySelectorAll<HTMLElement>('button.open')];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    buttons[at + step]?.focus();
  });
  for (const toolbar of document.querySelectorAll<HTMLElement>('[role=toolbar]')) {
    toolbar.addEventListener('click', (event) => {
      const button = (event.target as HTMLElement).closest('button');
      if (button === null) return;
      const select = selects[filters.indexOf(toolbar.dataset['filter'] as Filter)]!;
      const value = button.dataset['value']!;
      select.value = select.value === value ? '' : value;
      update();
    });
  }
  update();
  return () => {
    const kept = page;
    update();
    page = Math.min(kept, pages() - 1);
    draw();
  };
}
