/** The words of the page's language, given by the server; one map for the whole page. */
let words: Record<string, string> = {};
let locale = 'en';
const changed = new EventTarget();

export function useWords(given: Record<string, string>): void {
  words = given;
  changed.dispatchEvent(new Event('change'));
}

export function useLocale(given: string): void {
  locale = given;
  changed.dispatchEvent(new Event('change'));
}

export function currentLocale(): string {
  return locale;
}

/** The text of `key`, with {0}, {1}, … replaced; the key itself where the server gave none. */
export function word(key: string, ...given: (string | number)[]): string {
  const text = words[key] ?? words[`client.${key}`] ?? key;
  return text.replace(/\{(\d+)\}/g, (all, index) => (index in given ? String(given[Number(index)]) : all));
}

/** The text of `key`, or `otherwise` where there is none. */
export function wordOr(key: string, otherwise: string): string {
  return words[key] ?? words[`client.${key}`] ?? otherwise;
}

export function onWords(listener: () => void): () => void {
  changed.addEventListener('change', listener);
  return () => changed.removeEventListener('change', listener);
}
