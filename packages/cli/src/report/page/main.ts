/**
 * The script of the report's page. It is bundled into one text by `test/report/report-assets.test.ts`, and checks and runs like
 * any other source before that.
 *
 * @module
 */
import type { TableData } from '../table-data.ts';
import { applyPreferences, bindPreferences } from './preferences.ts';
import { bindRoving } from './roving.ts';
import { createTable } from './table.ts';

// Before the first paint, so that neither colours nor language change before the reader's eyes.
applyPreferences();

document.addEventListener('DOMContentLoaded', () => {
  for (const hidden of document.querySelectorAll<HTMLElement>('.choices, .interactive')) {
    hidden.hidden = false;
  }
  for (const toolbar of document.querySelectorAll<HTMLElement>('[role=toolbar]'))
    bindRoving(toolbar);

  const list = document.querySelector<HTMLElement>('.findings');
  let onLanguage = () => {};
  if (list !== null) {
    const text = document.getElementById('data')!.textContent!;
    onLanguage = createTable(list, JSON.parse(text) as TableData);
  }
  bindPreferences(onLanguage);

  // What is folded away on the screen belongs on paper.
  addEventListener('beforeprint', () => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
});
