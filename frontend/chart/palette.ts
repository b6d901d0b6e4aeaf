import type { Grid } from '../run/run-types.js';

type Rgb = readonly [number, number, number];

/** Viridis (sequential) and a blue–white–orange pair (diverging): both keep their order in grey and for colour-blind eyes. */
const SEQUENTIAL: Rgb[] = [[68, 1, 84], [72, 40, 120], [62, 74, 137], [49, 104, 142], [38, 130, 142], [31, 158, 137], [53, 183, 121], [110, 206, 88], [181, 222, 43], [253, 231, 37]];
const DIVERGING: Rgb[] = [[5, 48, 97], [33, 102, 172], [67, 147, 195], [146, 197, 222], [209, 229, 240], [247, 247, 247], [253, 219, 199], [244, 165, 130], [214, 96, 77], [178, 24, 43], [103, 0, 31]];

function colourAt(stops: Rgb[], share: number): Rgb {
  const at = Math.min(Math.max(share, 0), 1) * (stops.length - 1);
  const low = Math.min(Math.floor(at), stops.length - 2);
  const mix = at - low;
  const a = stops[low]!;
  const b = stops[low + 1]!;
  return [0, 1, 2].map((c) => Math.round(a[c]! * (1 - mix) + b[c]! * mix)) as unknown as Rgb;
}

/** The palette as a CSS gradient, for the scale beside a heat map. */
export function gradient(diverging: boolean): string {
  const stops = diverging ? DIVERGING : SEQUENTIAL;
  return `linear-gradient(to right, ${stops.map((rgb) => `rgb(${rgb.join(' ')})`).join(', ')})`;
}

/** The numbers at both ends of the colours; diverging ones are centred at zero. */
export function rangeOf(grid: Grid, diverging: boolean): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of grid.values) {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) {
    return [0, 1];
  }
  const size = Math.max(Math.abs(low), Math.abs(high));
  return diverging ? [-size || -1, size || 1] : low === high ? [low, low + 1] : [low, high];
}

/** The grid as a picture with hard edges between cells; cells that are not numbers stay transparent. */
export function heatPicture(grid: Grid, diverging: boolean, upwards: boolean): HTMLCanvasElement {
  const [low, high] = rangeOf(grid, diverging);
  const stops = diverging ? DIVERGING : SEQUENTIAL;
  const small = document.createElement('canvas');
  small.width = grid.columns;
  small.height = grid.rows;
  const context = small.getContext('2d')!;
  const pixels = context.createImageData(grid.columns, grid.rows);
  grid.values.forEach((value, i) => {
    const row = Math.floor(i / grid.columns);
    const to = 4 * ((upwards ? grid.rows - 1 - row : row) * grid.columns + (i % grid.columns));
    if (!Number.isNaN(value)) {
      pixels.data.set([...colourAt(stops, (value - low) / (high - low)), 255], to);
    }
  });
  context.putImageData(pixels, 0, 0);
  const zoom = Math.max(1, Math.ceil(1200 / Math.max(grid.columns, grid.rows)));
  const large = document.createElement('canvas');
  large.width = grid.columns * zoom;
  large.height = grid.rows * zoom;
  const target = large.getContext('2d')!;
  target.imageSmoothingEnabled = false;
  target.drawImage(small, 0, 0, large.width, large.height);
  return large;
}
