import type { Cell } from '../run/run-types.js';

type Part = typeof import('./katex-part.js');
let loading: Promise<Part> | undefined;
let loaded: Part | undefined;

/** Fetches KaTeX, once. */
export function loadTex(): Promise<Part> {
  loading ??= import('./katex-part.js').then((part) => (loaded = part));
  return loading;
}

/**
 * Draws a formula into `host`: at once where KaTeX is here, else when it has been fetched. Never throws: bad TeX is
 * shown as text.
 */
export function renderTex(host: HTMLElement, tex: string, display: boolean): void {
  host.dataset.drawn = tex;
  if (loaded) {
    loaded.render(host, tex, display);
    return;
  }
  void loadTex().then((part) => {
    if (host.dataset.drawn === tex) {
      part.render(host, tex, display);
    }
  });
}

/** A value inside a formula: digits in groups that may break between lines. */
export function texOf(value: Cell | undefined): string {
  if (value === undefined) {
    return '\\ldots';
  }
  if (typeof value === 'boolean') {
    return `\\text{${value}}`;
  }
  const text = String(value);
  if (/^-?\d+$/.test(text)) {
    return text.replace(/\B(?=(\d{3})+(?!\d))/g, '\\,\\allowbreak ');
  }
  const number = Number(text);
  if (text === 'NaN') {
    return '\\text{NaN}';
  }
  if (text === 'Infinity' || text === '-Infinity') {
    return text.startsWith('-') ? '-\\infty' : '\\infty';
  }
  if (Number.isNaN(number)) {
    return `\\text{${text.replace(/[\\{}$&#^_%~]/g, ' ')}}`;
  }
  const [mantissa = '', exponent] = (Math.abs(number) >= 1e7 || (number !== 0 && Math.abs(number) < 1e-4) ? number.toExponential(3) : String(Number(number.toPrecision(5)))).split('e');
  return exponent ? `${mantissa}\\cdot 10^{${Number(exponent)}}` : mantissa;
}
