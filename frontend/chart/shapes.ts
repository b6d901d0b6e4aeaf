import { heatPicture } from './palette.js';
import type { Heat, Trace } from './traces.js';

/** Columns of a band on the screen; more bounds than that are joined by their extremes. */
const BAND_COLUMNS = 600;

/** The area between a trace's bounds; a gap where a bound is missing or cannot be shown on a logarithmic axis. */
export function bandSeries(trace: Trace, color: string, xLog: boolean, yLog: boolean, place: (x: number) => number) {
  const { x, lower, upper } = trace.series;
  const stride = Math.max(1, Math.ceil(x.length / BAND_COLUMNS));
  const pieces: number[][][] = [];
  let piece: number[][] = [];
  const end = () => {
    if (piece.length > 1) {
      pieces.push(piece);
    }
    piece = [];
  };
  let floor = Infinity;
  if (yLog) {
    upper.forEach((v, i) => [v, lower[i]!].forEach((b) => b > 0 && (floor = Math.min(floor, b))));
  }
  for (let i = 0; i < x.length; i += stride) {
    let low = Infinity;
    let high = -Infinity;
    for (let j = i; j < Math.min(i + stride, x.length); j++) {
      low = Math.min(low, lower[j] ?? NaN);
      high = Math.max(high, upper[j] ?? NaN);
    }
    low = yLog && low <= 0 ? floor : low;
    if (Number.isFinite(low) && Number.isFinite(high) && (!xLog || x[i]! > 0) && (!yLog || high > 0)) {
      piece.push([place(x[i]!), low, high]);
    } else {
      end();
    }
  }
  end();
  return {
    type: 'custom',
    silent: true,
    clip: true,
    z: 1,
    // one datum a piece; its extremes let the axis make room
    dimensions: ['x', 'low', 'high'],
    encode: { x: 0, y: [1, 2] },
    data: pieces.map((p) => [p[0]![0], Math.min(...p.map((b) => b[1]!)), Math.max(...p.map((b) => b[2]!))]),
    renderItem: (params: any, api: any) => {
      const bounds = pieces[params.dataIndex] ?? [];
      const points = [...bounds.map((b) => api.coord([b[0], b[2]])), ...[...bounds].reverse().map((b) => api.coord([b[0], b[1]]))];
      return { type: 'polygon', shape: { points }, style: { fill: color, opacity: trace.pinned ? 0.07 : 0.14 } };
    },
  };
}

/** Polygons, each closed by its first corner. */
export function regionSeries(trace: Trace, color: string, place: (x: number) => number) {
  const { x, y } = trace.series;
  const polygons: [number, number][][] = [];
  let polygon: [number, number][] = [];
  x.forEach((value, i) => {
    const first = polygon[0];
    if (first && polygon.length > 2 && first[0] === place(value) && first[1] === y[i]) {
      polygons.push(polygon);
      polygon = [];
    } else {
      polygon.push([place(value), y[i]!]);
    }
  });
  const extremes = (p: [number, number][], of: 0 | 1) => [Math.min(...p.map((c) => c[of])), Math.max(...p.map((c) => c[of]))];
  return {
    type: 'custom',
    silent: true,
    clip: true,
    z: 1,
    dimensions: ['x', 'right', 'y', 'top'],
    encode: { x: [0, 1], y: [2, 3] },
    data: polygons.map((p) => [...extremes(p, 0), ...extremes(p, 1)]),
    renderItem: (params: any, api: any) => {
      const points = (polygons[params.dataIndex] ?? []).map((corner) => api.coord(corner));
      return { type: 'polygon', shape: { points }, style: { fill: color, fillOpacity: 0.13, stroke: color, strokeOpacity: 0.55, lineWidth: 1 } };
    },
  };
}

/** A heat map as one picture that fills the grid. */
export function heatSeries(heat: Heat, upwards: boolean) {
  const picture = heatPicture(heat.grid, heat.diverging, upwards);
  return {
    type: 'custom',
    silent: true,
    z: 0,
    data: [[0, 0]],
    renderItem: (params: any) => {
      const { x, y, width, height } = params.coordSys;
      return { type: 'image', style: { image: picture, x, y, width, height } };
    },
  };
}
