/** The marks of slots 1–8, as ECharts symbols; each is told from the others without colour. */
const SYMBOLS = [
  'circle',
  'rect',
  'triangle',
  'diamond',
  'path://M2 0 L5 3 L8 0 L10 2 L7 5 L10 8 L8 10 L5 7 L2 10 L0 8 L3 5 L0 2 Z',
  'path://M5 0 L6.2 3.6 L10 3.7 L7 6 L8.1 9.7 L5 7.5 L1.9 9.7 L3 6 L0 3.7 L3.8 3.6 Z',
  'path://M5 0 A5 5 0 1 1 4.99 0 Z M5 2.6 A2.4 2.4 0 1 0 5.01 2.6 Z',
  'path://M3 0 L7 0 L7 10 L3 10 Z',
];

/** The same marks for the legend, in a box of 10 × 10. */
export const MARK_PATHS = [
  'M5 0.6 A4.4 4.4 0 1 1 4.99 0.6 Z',
  'M1 1 H9 V9 H1 Z',
  'M5 0.5 L9.8 9.2 H0.2 Z',
  'M5 0 L10 5 L5 10 L0 5 Z',
  SYMBOLS[4]!.slice(7),
  SYMBOLS[5]!.slice(7),
  SYMBOLS[6]!.slice(7),
  SYMBOLS[7]!.slice(7),
];

/** Marks of about the same weight: pointed ones larger, the bar slim. */
export function symbolSize(slot: number, size: number): number | [number, number] {
  return slot === 8 ? [size * 0.45, size * 1.25] : [3, 4, 6].includes(slot) ? size * 1.25 : size;
}

export function symbolOf(slot: number): string {
  return SYMBOLS[(slot - 1) % 8] ?? 'circle';
}
