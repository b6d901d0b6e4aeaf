import type { Series } from '../run/run-types.js';

/** A series ready to draw: x and y in turn, what an axis cannot show replaced by NaN. */
export interface Points {
  flat: Float64Array;
  count: number;
  /** whether x never falls: then the nearest point is found by bisection */
  ascending: boolean;
  /** points that a logarithmic axis cannot show */
  dropped: number;
  /** points that are NaN or infinite in one coordinate; where both are NaN a line has a gap */
  notFinite: number;
}

interface Cached extends Points {
  xLog: boolean;
  yLog: boolean;
}

const cache = new WeakMap<Series, Cached>();

export function pointsOf(series: Series, xLog: boolean, yLog: boolean): Points {
  const count = series.x.length;
  const known = cache.get(series);
  if (known && known.count === count && known.xLog === xLog && known.yLog === yLog) {
    return known;
  }
  const flat = new Float64Array(2 * count);
  let dropped = 0;
  let notFinite = 0;
  let ascending = true;
  let last = -Infinity;
  for (let i = 0; i < count; i++) {
    let x = series.x[i] ?? NaN;
    let y = series.y[i] ?? NaN;
    if (Number.isNaN(x) && Number.isNaN(y)) {
      // a gap between two lines of one series
    } else if (!Number.isFinite(x) || !Number.isFinite(y)) {
      notFinite++;
      y = NaN;
    } else if ((xLog && x <= 0) || (yLog && y <= 0)) {
      dropped++;
      y = NaN;
    }
    if (!Number.isFinite(x) || (xLog && x <= 0)) {
      x = NaN;
    } else {
      ascending &&= x >= last;
      last = x;
    }
    flat[2 * i] = x;
    flat[2 * i + 1] = y;
  }
  const made = { flat, count, ascending, dropped, notFinite, xLog, yLog };
  cache.set(series, made);
  return made;
}

/** The part of the points between `from` and `to`, with one neighbour on each side so that lines run to the edge. */
export function within(points: Points, from: number, to: number): Float64Array {
  if (!points.ascending) {
    return points.flat;
  }
  const first = Math.max(0, lowerBound(points, from) - 1);
  const last = Math.min(points.count, lowerBound(points, to) + 2);
  return points.flat.subarray(2 * first, 2 * last);
}

/** Index of the first point at or right of `x`. */
export function lowerBound(points: Points, x: number): number {
  let low = 0;
  let high = points.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points.flat[2 * middle] ?? NaN) < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
