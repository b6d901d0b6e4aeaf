import type { AxisSpec } from './chart-spec.js';
import type { Content } from './traces.js';
import { formatCell, formatTick } from '../text/numbers.js';
import { wordOr } from '../text/words.js';

/** The places of a category axis: their names and, where they are numbers, the numbers. */
export interface Categories {
  names: string[];
  numbers: number[];
}

/** The categories of a horizontal or vertical axis, or nothing where the axis is one of numbers. */
export function categoriesOf(axis: AxisSpec, content: Content, direction: 'x' | 'y'): Categories | undefined {
  const grid = content.heat?.grid;
  if (grid) {
    const labels = direction === 'x' ? grid.xLabels : grid.yLabels;
    const count = direction === 'x' ? grid.columns : grid.rows;
    const raw = labels.length === count ? labels : Array.from({ length: count }, (_, i) => String(i));
    return { names: raw.map(nameOf), numbers: raw.map((label) => (label === '' ? NaN : Number(label))) };
  }
  if (axis.scale !== 'category') {
    return undefined;
  }
  const values = new Set<number>();
  content.traces.forEach((trace) => (direction === 'x' ? trace.series.x : trace.series.y).forEach((v) => values.add(v)));
  const numbers = [...values].sort((a, b) => a - b);
  return { names: numbers.map(formatTick), numbers };
}

function nameOf(label: string): string {
  const number = Number(label);
  return label !== '' && Number.isFinite(number) ? formatTick(number) : wordOr(`choice.${label}`, formatCell(label));
}

/** Where a number lies among the categories, between two of them if need be. */
export function placeOf(categories: Categories, value: number): number {
  const { numbers } = categories;
  const exact = numbers.indexOf(value);
  if (exact >= 0) {
    return exact;
  }
  for (let i = 0; i + 1 < numbers.length; i++) {
    const a = numbers[i]!;
    const b = numbers[i + 1]!;
    if ((a <= value && value <= b) || (b <= value && value <= a)) {
      return i + (value - a) / (b - a);
    }
  }
  return NaN;
}
