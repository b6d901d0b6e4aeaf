import { formatCell, formatNumber } from '../text/numbers.js';
import type { Categories } from './categories.js';
import { valueText } from './cursor.js';
import type { Heat, Trace } from './traces.js';

/** The cursor that the arrow keys move: along a series and from series to series, or over the cells of a heat map. */
export class ChartCursor {
  trace?: Trace;
  index = -1;
  row = 0;

  /** Answers whether the key was one of the cursor's. */
  move(event: KeyboardEvent, traces: Trace[], heat: Heat | undefined): boolean {
    const across = { ArrowRight: 1, ArrowLeft: -1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity }[event.key];
    const along = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if ((across === undefined && along === undefined) || (!heat && traces.length === 0)) {
      return false;
    }
    if (heat) {
      this.trace = undefined;
      this.index = clamp(this.index + (across ?? 0), heat.grid.columns);
      this.row = clamp(this.row + (along ?? 0), heat.grid.rows);
      return true;
    }
    const at = traces.findIndex((trace) => trace.key === this.trace?.key);
    const trace = traces[at < 0 ? 0 : (at + (along ?? 0) + traces.length) % traces.length]!;
    if (along && at >= 0) {
      // stay at the same x when the series changes
      this.index = closest(trace, this.trace?.series.x[this.index] ?? NaN);
    } else {
      const stride = event.shiftKey ? Math.max(1, Math.round(trace.points.count / 20)) : 1;
      this.index = clamp(this.index + (across ?? 0) * stride, trace.points.count);
    }
    this.trace = trace;
    return true;
  }

  /** The place as words, to be announced. */
  words(x: Categories | undefined, y: Categories | undefined, heat: Heat | undefined): string {
    if (heat && x && y) {
      return `${heat.name}: ${x.names[this.index]}, ${y.names[this.row]}: ${formatCell(heat.grid.values[this.row * heat.grid.columns + this.index], 5)}`;
    }
    return this.trace ? `${this.trace.name}: ${formatNumber(this.trace.series.x[this.index] ?? NaN, 5)}, ${valueText(this.trace, this.index)}` : '';
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}

function closest(trace: Trace, x: number): number {
  let best = 0;
  trace.series.x.forEach((value, i) => {
    if (Math.abs(value - x) < Math.abs(trace.series.x[best]! - x)) {
      best = i;
    }
  });
  return best;
}
