import { formatCell, formatNumber } from '../text/numbers.js';
import type { Categories } from './categories.js';
import { lowerBound } from './points.js';
import type { ScreenMap } from './screen-map.js';
import type { Heat, Trace } from './traces.js';

/** One place on the chart with what is to be read there. */
export interface Reading {
  x: number;
  y: number;
  head: string;
  rows: { slot: number; name: string; text: string; px: number; py: number }[];
}

/** Index of the point of `trace` nearest to the pixel; by x alone where x ascends. */
export function nearest(trace: Trace, map: ScreenMap, px: number, py: number, place: (x: number) => number): number {
  const { flat, count, ascending } = trace.points;
  if (count === 0) {
    return -1;
  }
  let best = -1;
  let bestDistance = Infinity;
  let from = 0;
  let to = count;
  if (ascending && trace.kind !== 'points' && count > 64) {
    const at = lowerBound(trace.points, map.fromX(px));
    from = Math.max(0, at - 2);
    to = Math.min(count, at + 2);
  }
  for (let i = from; i < to; i++) {
    const dx = map.toX(place(flat[2 * i]!)) - px;
    const dy = ascending && trace.kind !== 'points' ? 0 : map.toY(flat[2 * i + 1]!) - py;
    const distance = dx * dx + dy * dy;
    if (distance < bestDistance) {
      best = i;
      bestDistance = distance;
    }
  }
  return best;
}

/** The text of a point, with its band. */
export function valueText(trace: Trace, i: number): string {
  const { y, lower, upper } = trace.series;
  const band = Number.isFinite(lower[i] ?? NaN) ? ` (${formatNumber(lower[i]!)} – ${formatNumber(upper[i]!)})` : '';
  return formatNumber(y[i] ?? NaN, 5) + band;
}

/** What is under the pointer: every line's value at the nearest x, or the nearest of loose points. */
export function readAt(traces: Trace[], map: ScreenMap, px: number, py: number, place: (x: number) => number): Reading | undefined {
  const found = traces
    .map((trace) => ({ trace, i: nearest(trace, map, px, py, place) }))
    .filter(({ i }) => i >= 0)
    .map(({ trace, i }) => ({ trace, i, px: map.toX(place(trace.points.flat[2 * i]!)), py: map.toY(trace.points.flat[2 * i + 1]!) }))
    .filter((one) => one.px >= map.left - 1 && one.px <= map.right + 1);
  const loose = found.some(({ trace }) => !trace.points.ascending || trace.kind === 'points');
  const distance = (one: (typeof found)[0]) => Math.hypot(one.px - px, loose ? one.py - py : 0);
  const close = found.filter((one) => Number.isFinite(distance(one))).sort((a, b) => distance(a) - distance(b))[0];
  if (!close) {
    return undefined;
  }
  const same = found
    .filter((one) => Math.abs(one.px - close.px) < 4 && (!loose || one === close))
    .sort((a, b) => Number(a.trace.pinned) - Number(b.trace.pinned));
  return {
    x: close.px,
    y: close.py,
    head: formatNumber(close.trace.series.x[close.i] ?? NaN, 6),
    rows: same.map((one) => ({ slot: one.trace.slot, name: one.trace.pinned ? one.trace.run : one.trace.label, text: valueText(one.trace, one.i), px: one.px, py: one.py })),
  };
}

/** The cell of a heat map under the pointer. */
export function readCell(heat: Heat, map: ScreenMap, px: number, py: number, x: Categories, y: Categories, upwards: boolean): Reading | undefined {
  const column = Math.floor(((px - map.left) / (map.right - map.left)) * heat.grid.columns);
  const down = Math.floor(((py - map.top) / (map.bottom - map.top)) * heat.grid.rows);
  const row = upwards ? heat.grid.rows - 1 - down : down;
  return column < 0 || column >= heat.grid.columns || down < 0 || down >= heat.grid.rows ? undefined : cellReading(heat, map, column, row, x, y, upwards);
}

/** The reading of one cell. */
export function cellReading(heat: Heat, map: ScreenMap, column: number, row: number, x: Categories, y: Categories, upwards: boolean): Reading {
  const { rows, columns, values } = heat.grid;
  const down = upwards ? rows - 1 - row : row;
  const px = map.left + ((column + 0.5) / columns) * (map.right - map.left);
  const py = map.top + ((down + 0.5) / rows) * (map.bottom - map.top);
  const value = values[row * columns + column];
  return { x: px, y: py, head: `${x.names[column]} , ${y.names[row]}`, rows: [{ slot: 0, name: heat.name, text: formatCell(value, 5), px, py }] };
}
