import { formatTick } from '../text/numbers.js';
import { categoriesOf, placeOf, type Categories } from './categories.js';
import type { AxisSpec, ChartSpec } from './chart-spec.js';
import { extentOf } from './equal-scale.js';
import { footOf, logTicks, rangeOfLog } from './log-axis.js';
import { symbolOf, symbolSize } from './marks.js';
import { within } from './points.js';
import { ruleSeries, type PlacedRule } from './rules.js';
import { bandSeries, heatSeries, regionSeries } from './shapes.js';
import type { ChartTheme } from './theme.js';
import { isHidden, type Content, type Trace } from './traces.js';

/** What the reader has chosen to see. */
export interface View {
  hidden: ReadonlySet<string>;
  /** zoomed part of the horizontal axis */
  x?: [number, number];
}

/** About this many marks on a line, so that it is told from others without colour. */
const MARKS = 9;

/** Dashes of the runs kept overlaid. */
const KEPT = [[6, 4], [2, 3], [10, 3, 2, 3], [14, 5]];

/** The ECharts option that draws `content`. */
export function optionOf(spec: ChartSpec, content: Content, view: View, theme: ChartTheme): any {
  const x = categoriesOf(spec.x, content, 'x');
  const y = categoriesOf(spec.y, content, 'y');
  const upwards = spec.y.scale !== 'category';
  const traces = content.traces.filter((trace) => !isHidden(view.hidden, trace));
  const bars = traces.some((trace) => trace.kind === 'bars');
  const series: any[] = [];
  if (content.heat) {
    series.push(heatSeries(content.heat, upwards));
  }
  traces.forEach((trace) => series.push(...traceSeries(trace, spec, view, theme, x)));
  const place = (categories: Categories | undefined, value: number) => (categories ? placeOf(categories, value) : value);
  const extent = spec.equalScale ? extentOf(traces, view.x) : undefined;
  const rules = content.rules
    .filter((rule) => !isHidden(view.hidden, rule))
    .map((rule): PlacedRule => ({ rule, at: place(rule.direction === 'vertical' ? x : y, rule.value) }))
    .filter(({ rule, at }) => Number.isFinite(at) && (at > 0 || (rule.direction === 'vertical' ? spec.x : spec.y).scale !== 'log'));
  series.push(...ruleSeries(rules, theme));
  content.marks
    .filter((mark) => !isHidden(view.hidden, mark))
    .forEach((mark) =>
      series.push({
        type: 'scatter',
        silent: true,
        z: 5,
        name: mark.name,
        symbol: symbolOf(mark.slot),
        symbolSize: symbolSize(mark.slot, 12),
        itemStyle: { color: theme.slots[mark.slot - 1], borderColor: theme.panel, borderWidth: 1.5, opacity: mark.pinned ? 0.5 : 1 },
        data: [[place(x, mark.x), place(y, mark.y)]],
      }),
    );
  return {
    animation: false,
    textStyle: { fontFamily: theme.sans, color: theme.quiet },
    grid: { left: 10, right: 18, top: 6, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    xAxis: axis(spec.x, 'x', theme, x, { range: extent?.x ?? view.x ?? rangeOfLog(spec.x, 'x', traces, content, bars), grid: false }),
    yAxis: axis(spec.y, 'y', theme, y, { range: bars ? undefined : extent?.y ?? rangeOfLog(spec.y, 'y', traces, content, false), grid: !content.heat, inverse: content.heat !== undefined && !upwards, foot: bars ? footOf(spec, traces) : undefined, bars }),
    series,
  };
}

function traceSeries(trace: Trace, spec: ChartSpec, view: View, theme: ChartTheme, x: Categories | undefined): any[] {
  const color = theme.slots[trace.slot - 1] ?? theme.ink;
  const opacity = trace.pinned ? Math.max(0.3, 0.6 - 0.1 * (trace.generation - 1)) : 1;
  const place = (value: number) => (x ? placeOf(x, value) : value);
  let data = view.x ? within(trace.points, view.x[0], view.x[1]) : trace.points.flat;
  if (x) {
    data = data.map((value, i) => (i % 2 === 0 ? place(value) : value));
  }
  const shared = { name: trace.name, silent: true, animation: false, dimensions: ['x', 'y'], data, clip: true };
  if (trace.kind === 'bars') {
    return [{ ...shared, type: 'bar', data: pairs(data), barMaxWidth: 36, barMinWidth: 2, itemStyle: { color, opacity, borderRadius: 2 } }];
  }
  if (trace.kind === 'regions') {
    return trace.pinned ? [] : [regionSeries(trace, color, place)];
  }
  if (trace.kind === 'points') {
    const many = trace.points.count > 2000;
    return [{ ...shared, type: 'scatter', z: 3, symbol: symbolOf(trace.slot), symbolSize: many ? 3 : symbolSize(trace.slot, trace.points.count > 300 ? 5 : 8), large: many, itemStyle: { color, opacity: many ? 0.5 * opacity : 0.85 * opacity } }];
  }
  const dash = trace.pinned ? KEPT[(trace.generation - 1) % KEPT.length] : trace.stroke === 'dashed' ? [8, 5] : trace.stroke === 'dotted' ? [2, 4] : 'solid';
  const made: any[] = [];
  if (trace.series.lower.length > 0) {
    made.push(bandSeries(trace, color, spec.x.scale === 'log', spec.y.scale === 'log', place));
  }
  made.push({ ...shared, type: 'line', z: trace.pinned ? 2 : 3, showSymbol: false, sampling: 'lttb', lineStyle: { color, opacity, width: trace.pinned ? 1.6 : 2.2, type: dash }, itemStyle: { color } });
  made.push({ ...shared, type: 'scatter', z: 3, symbol: symbolOf(trace.slot), symbolSize: symbolSize(trace.slot, trace.pinned ? 6 : 8), data: sparse(data), itemStyle: { color, opacity } });
  return made;
}

function pairs(flat: Float64Array): number[][] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);
}

/** Every point of a short line, about nine of a long one; the stride is a power of two so that marks stay while points arrive. */
function sparse(flat: Float64Array): Float64Array {
  const count = flat.length / 2;
  const stride = count <= 2 * MARKS ? 1 : 2 ** Math.ceil(Math.log2(count / MARKS));
  const chosen: number[] = [];
  for (let i = 0; i < count; i += stride) {
    chosen.push(flat[2 * i]!, flat[2 * i + 1]!);
  }
  return Float64Array.from(chosen);
}

interface AxisExtras {
  range?: [number, number];
  grid: boolean;
  inverse?: boolean;
  foot?: number;
  bars?: boolean;
}

function axis(spec: AxisSpec, direction: 'x' | 'y', theme: ChartTheme, categories: Categories | undefined, extras: AxisExtras): any {
  const { range, grid, inverse, foot, bars } = extras;
  const ticks = range && spec.scale === 'log' && !categories ? logTicks(range) : undefined;
  return {
    type: categories ? 'category' : spec.scale === 'log' ? 'log' : 'value',
    data: categories?.names,
    boundaryGap: categories ? true : undefined,
    scale: !(spec.fromZero || bars),
    inverse,
    min: range?.[0] ?? foot,
    max: range?.[1],
    startValue: foot,
    name: spec.label,
    nameLocation: direction === 'x' ? 'middle' : inverse ? 'start' : 'end',
    nameGap: direction === 'x' ? 30 : 14,
    nameTextStyle: { color: theme.quiet, fontSize: 12.5, align: direction === 'x' ? 'center' : 'left' },
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.quiet } },
    axisTick: { show: direction === 'x' && !categories, customValues: ticks, lineStyle: { color: theme.quiet } },
    splitLine: { show: grid, lineStyle: { color: theme.line } },
    axisLabel: { customValues: ticks, showMinLabel: range && !ticks ? false : undefined, showMaxLabel: range && !ticks ? false : undefined, color: theme.quiet, fontSize: 12, hideOverlap: true, formatter: categories ? undefined : (value: number) => formatTick(value) },
  };
}
