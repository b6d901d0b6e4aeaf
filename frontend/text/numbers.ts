import type { Cell, Run } from '../run/run-types.js';
import { wordOr } from './words.js';

/** Narrow space between groups of three digits: independent of language, never read as a decimal sign. */
const GROUP = '\u202f';
const BREAKING = '\u2009';
const RAISED: Record<string, string> = {
  '-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
};

export function grouped(digits: string): string {
  const sign = digits.startsWith('-') ? '−' : '';
  const plain = digits.replace(/^[-−]/, '');
  // a long number may break between its groups
  return sign + plain.replace(/\B(?=(\d{3})+(?!\d))/g, plain.length > 15 ? BREAKING : GROUP);
}

export function raised(exponent: number): string {
  return String(exponent).replace(/[-\d]/g, (c) => RAISED[c] ?? c);
}

/** Whether a string is an integer too long for a double. */
export function isBigInteger(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d{16,}$/.test(value);
}

function power(value: number, digits: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const short = mantissa.replace(/\.?0+$/, '').replace('-', '−');
  const ten = `10${raised(Number(exponent))}`;
  return short === '1' ? ten : short === '−1' ? `−${ten}` : `${short}×${ten}`;
}

/** A number with `digits` significant ones, integers in full up to 10¹⁵. */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? '∞' : '−∞';
  }
  if (value === 0) {
    return '0';
  }
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    return grouped(String(value));
  }
  const size = Math.abs(value);
  if (size >= 1e7 || size < 1e-4) {
    return power(value, digits);
  }
  const fixed = size >= 10 ** digits ? value.toFixed(0) : String(Number(value.toPrecision(digits)));
  const [whole = '', fraction] = fixed.split('.');
  return grouped(whole) + (fraction ? `.${fraction}` : '');
}

/** A tick of an axis: powers of ten for large and small ones where three digits say all. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  const isShort = Number(value.toPrecision(3)) === value;
  return isShort && size !== 0 && (size >= 1e5 || size < 1e-3) ? power(value, 3) : formatNumber(value, 6);
}

/** Any cell as text, without unit; strings that are numbers of the wire become numbers. */
export function formatCell(value: Cell | undefined, digits = 4): string {
  if (value === undefined) {
    return '';
  }
  if (typeof value === 'number') {
    return formatNumber(value, digits);
  }
  if (typeof value === 'boolean') {
    return value ? '✓' : '✗';
  }
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') {
    return formatNumber(Number(value));
  }
  return isBigInteger(value) ? grouped(value) : value;
}

/** 1 240 ms as "1.24 s", 75 s as "1 min 15 s". */
export function formatMillis(millis: number): string {
  if (millis < 1) {
    return '< 1 ms';
  }
  if (millis < 1000) {
    return `${Math.round(millis)} ms`;
  }
  const seconds = millis / 1000;
  if (seconds < 60) {
    return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  }
  const whole = Math.round(seconds);
  return whole < 3600 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${Math.floor(whole / 3600)} h ${Math.round((whole % 3600) / 60)} min`;
}

/** Replaces `{name}` by the run's value of that name, a choice by its word; "…" where it may still come, "—" where the run ended without. */
export function fillValues(text: string, run: Run | null): string {
  return text.replace(/\{([A-Za-z][\w.]*)\}/g, (_, name) => {
    const value = run?.values.get(name) ?? (run && name in run.parameters ? { value: run.parameters[name] as Cell } : undefined);
    const text = formatCell(value?.value);
    return value === undefined ? (run?.outcome ? '—' : '…') : typeof value.value === 'string' ? wordOr(`choice.${value.value}`, text) : text;
  });
}
