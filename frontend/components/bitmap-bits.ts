/** The bits of a hexadecimal text, the highest of each digit first; missing ones are off. */
export function bitsOf(hex: string, count: number): boolean[] {
  return Array.from({ length: count }, (_, i) => ((parseInt(hex[i >> 2] ?? '0', 16) >> (3 - (i & 3))) & 1) === 1);
}

/** The hexadecimal text of bits, filled up with zeros. */
export function hexOf(bits: boolean[]): string {
  let hex = '';
  for (let i = 0; i < bits.length; i += 4) {
    hex += [0, 1, 2, 3].reduce((digit, j) => digit * 2 + (bits[i + j] ? 1 : 0), 0).toString(16);
  }
  return hex;
}

/** The pixels on the way from one to another, both included, so that a fast hand leaves no gaps. */
export function lineBetween(from: number, to: number, columns: number): number[] {
  const [x0, y0, x1, y1] = [from % columns, Math.floor(from / columns), to % columns, Math.floor(to / columns)];
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
  return Array.from({ length: steps + 1 }, (_, i) => Math.round(y0 + ((y1 - y0) * i) / steps) * columns + Math.round(x0 + ((x1 - x0) * i) / steps));
}
