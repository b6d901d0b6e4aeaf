import type { Trace } from './traces.js';

type Range = [number, number];

/** Part of its length that is left free at both ends of an axis. */
const ROOM = 0.03;

/** What both axes must show; of a zoomed chart the zoomed part, with its height to follow from it. */
export function extentOf(traces: Trace[], zoomed: Range | undefined): { x: Range; y: Range } | undefined {
  const x: Range = [Infinity, -Infinity];
  const y: Range = [Infinity, -Infinity];
  traces.forEach(({ points: { flat, count } }) => {
    for (let i = 0; i < count; i++) {
      // a point left out for one coordinate does not widen the axis of the other
      if (!Number.isNaN(flat[2 * i + 1]!)) {
        take(x, flat[2 * i]!);
        take(y, flat[2 * i + 1]!);
      }
    }
  });
  if (!(x[1] >= x[0])) {
    return undefined;
  }
  const middle = (y[0] + y[1]) / 2;
  return zoomed ? { x: zoomed, y: [middle, middle] } : { x: roomy(x), y: roomy(y) };
}

function take(range: Range, value: number): void {
  range[0] = Math.min(range[0], value);
  range[1] = Math.max(range[1], value);
}

function roomy([low, high]: Range): Range {
  const room = ROOM * (high - low || 1);
  return [low - room, high + room];
}

/** Draws with a unit as long across as up: the axis with space to spare shows more than its range. */
export function drawEqually(chart: any, option: any): any {
  chart.setOption(option, { notMerge: true });
  const area = chart.getModel().getComponent('grid')?.coordinateSystem?.getRect();
  const { xAxis, yAxis } = option;
  if (!area || xAxis.min === undefined || yAxis.min === undefined) {
    return option;
  }
  const unit = Math.max((xAxis.max - xAxis.min) / area.width, (yAxis.max - yAxis.min) / area.height);
  const equal = { ...option, xAxis: around(xAxis, unit * area.width), yAxis: around(yAxis, unit * area.height) };
  chart.setOption(equal, { notMerge: true });
  return equal;
}

function around(axis: any, length: number): any {
  const middle = (axis.min + axis.max) / 2;
  return { ...axis, min: middle - length / 2, max: middle + length / 2 };
}
