/** Language and colours: what the reader chose, else what the browser prefers. */

type Preference = 'language' | 'theme';

const root = document.documentElement;

/** A page from disk may have no storage; then a choice holds until the page is closed. */
function recall(key: Preference): string | null {
  try {
    return localStorage.getItem(`yushu.${key}`);
  } catch {
    return null;
  }
}

function remember(key: Preference, value: string): void {
  try {
    localStorage.setItem(`yushu.${key}`, value);
  } catch {
    // Nothing to do: the choice is already shown.
  }
}

/** Whether the page is in Chinese now. */
export function isChinese(): boolean {
  return root.lang.startsWith('zh');
}

/** Puts the reader's choices on the root element, before anything is drawn. */
export function applyPreferences(): void {
  const language = recall('language') ?? navigator.language;
  root.lang = /^zh\b/i.test(language) ? 'zh-Hans' : 'en';
  const theme = recall('theme');
  root.dataset['theme'] = theme === 'light' || theme === 'dark' ? theme : 'auto';
}

/** Texts that cannot hold two languages at once: options, titles, attributes. */
function translate(): void {
  const language = isChinese() ? 'zh' : 'en';
  for (const element of document.querySelectorAll<HTMLElement>('[data-en]')) {
    element.textContent = element.dataset[language]!;
  }
  const suffix = language === 'zh' ? 'Zh' : 'En';
  for (const element of document.querySelectorAll<HTMLElement>('[data-label-en]')) {
    element.setAttribute('aria-label', element.dataset[`label${suffix}`]!);
  }
  for (const element of document.querySelectorAll<HTMLInputElement>('[data-placeholder-en]')) {
    element.placeholder = element.dataset[`placeholder${suffix}`]!;
  }
}

/** Connects the two groups of choices at the top of the page. */
export function bindPreferences(onLanguage: () => void): void {
  const bind = (key: Preference, current: string, apply: (value: string) => void) => {
    for (const input of document.querySelectorAll<HTMLInputElement>(`input[name=${key}]`)) {
      input.checked = input.value === current;
      input.addEventListener('change', () => {
        remember(key, input.value);
        apply(input.value);
      });
    }
  };
  bind('language', root.lang, (value) => {
    root.lang = value;
    translate();
    onLanguage();
  });
  bind('theme', root.dataset['theme']!, (value) => {
    root.dataset['theme'] = value;
  });
  translate();
}
