import type { AxisSpec, ChartSpec } from './chart-spec.js';
import type { Content, Trace } from './traces.js';

/** The power of ten below all bars of a logarithmic axis: where they stand. */
export function footOf(spec: ChartSpec, traces: Trace[]): number | undefined {
  if (spec.y.scale !== 'log') {
    return undefined;
  }
  let low = Infinity;
  traces.forEach((trace) => trace.series.y.forEach((value) => value > 0 && (low = Math.min(low, value))));
  return Number.isFinite(low) ? 10 ** Math.floor(Math.log10(low) - 0.05) : undefined;
}

/**
 * What a logarithmic axis must show: the data, and on the vertical one a little room. ECharts would widen it to
 * whole powers of ten and flatten data of less than a decade.
 */
export function rangeOfLog(axis: AxisSpec, direction: 'x' | 'y', traces: Trace[], content: Content, bars: boolean): [number, number] | undefined {
  if (axis.scale !== 'log') {
    return undefined;
  }
  let low = Infinity;
  let high = 0;
  const take = (value: number) => {
    if (value > 0 && Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  };
  const offset = direction === 'x' ? 0 : 1;
  traces.forEach((trace) => {
    const { flat, count } = trace.points;
    for (let i = 0; i < count; i++) {
      // a point left out for one coordinate does not widen the axis of the other
      if (!Number.isNaN(flat[2 * i + 1]!)) {
        take(flat[2 * i + offset]!);
      }
    }
    if (direction === 'y') {
      trace.series.lower.forEach(take);
      trace.series.upper.forEach(take);
    }
  });
  content.rules.forEach((rule) => (rule.direction === 'vertical') === (direction === 'x') && take(rule.value));
  content.marks.forEach((mark) => take(direction === 'x' ? mark.x : mark.y));
  if (low > high) {
    return undefined;
  }
  const room = direction === 'y' || low === high || bars ? Math.max(1.08, (high / low) ** (bars ? 0.12 : 0.04)) : 1;
  return [low / room, high * room];
}

/** Ticks of a logarithmic axis: 1, 2 and 5 over few decades, powers of ten over many, never more than about nine. */
export function logTicks([low, high]: [number, number]): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const decades = Math.log10(high / low);
  const stride = Math.max(1, Math.ceil(decades / 9));
  const steps = decades < 0.7 ? [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9] : decades <= 1.5 ? [1, 2, 3, 5] : decades <= 3 ? [1, 3] : [1];
  const ticks: number[] = [];
  for (let power = first; power <= last; power += 1) {
    if (power % stride === 0) {
      ticks.push(...steps.map((step) => Number(`${step}e${power}`)));
    }
  }
  const inside = ticks.filter((tick) => tick >= low * 0.999999 && tick <= high * 1.000001);
  return inside.length > 1 ? inside : [low, Math.sqrt(low * high), high].map((value) => Number(value.toPrecision(3)));
}
