import type { Cell } from '../run/run-types.js';

let loading: Promise<typeof import('./katex-part.js')> | undefined;

/** Draws a formula into `host`; KaTeX is fetched when the first one is drawn. Never throws: bad TeX is shown as text. */
export async function renderTex(host: HTMLElement, tex: string, display: boolean): Promise<void> {
  host.dataset.drawn = tex;
  loading ??= import('./katex-part.js');
  const { render } = await loading;
  if (host.dataset.drawn === tex) {
    render(host, tex, display);
  }
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
