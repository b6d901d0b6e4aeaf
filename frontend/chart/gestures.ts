import type { ScreenMap } from './screen-map.js';

/** What gestures need to know of a chart, and what they tell it. */
export interface GestureTarget {
  map(): ScreenMap | undefined;
  /** the zoomed part of the horizontal axis, if any */
  range(): [number, number] | undefined;
  zoomable(): boolean;
  zoomTo(range: [number, number]): void;
  hover(x: number, y: number): void;
  leave(): void;
}

/**
 * Hover, drag and zoom of a chart. The page keeps its scrolling: the wheel zooms only with Ctrl (or a pinch),
 * one finger scrolls up and down, and drags sideways once the chart is zoomed.
 */
export function listen(host: HTMLElement, target: GestureTarget): () => void {
  const pointers = new Map<number, PointerEvent>();
  let start: { range: [number, number]; xs: number[] } | undefined;
  const place = (event: MouseEvent) => {
    const box = host.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  };
  const shown = (map: ScreenMap): [number, number] => target.range() ?? [map.fromX(map.left), map.fromX(map.right)];
  const begin = () => {
    const map = target.map();
    const pinch = pointers.size === 2;
    start = map && target.zoomable() && (pinch || target.range()) ? { range: shown(map), xs: [...pointers.values()].map((p) => place(p)[0]) } : undefined;
  };
  const down = (event: PointerEvent) => {
    pointers.set(event.pointerId, event);
    begin();
  };
  const move = (event: PointerEvent) => {
    if (pointers.has(event.pointerId)) {
      pointers.set(event.pointerId, event);
    }
    const map = target.map();
    const xs = [...pointers.values()].map((p) => place(p)[0]);
    if (!map || !start || xs.length !== start.xs.length) {
      target.hover(...place(event));
      return;
    }
    const dragged = Math.abs(xs[0]! - start.xs[0]!) > 3;
    if (xs.length === 1 && dragged) {
      if (!host.hasPointerCapture(event.pointerId)) {
        host.setPointerCapture(event.pointerId);
      }
      target.leave();
      shift(map, start.xs[0]! - xs[0]!, 1, xs[0]!);
      start = { ...start, xs, range: target.range() ?? start.range };
    } else if (xs.length === 2) {
      const [a, b] = [xs[0]! - xs[1]!, start.xs[0]! - start.xs[1]!];
      const factor = Math.abs(b) / Math.max(20, Math.abs(a));
      shift(map, 0, factor, (xs[0]! + xs[1]!) / 2);
      start = { ...start, xs };
    }
  };
  const shift = (map: ScreenMap, by: number, factor: number, around: number) => {
    const low = around + (map.left - around) * factor + by;
    const high = around + (map.right - around) * factor + by;
    target.zoomTo([map.fromX(low), map.fromX(high)]);
  };
  const up = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    begin();
  };
  const wheel = (event: WheelEvent) => {
    const map = target.map();
    if (event.ctrlKey && map && target.zoomable()) {
      event.preventDefault();
      shift(map, 0, Math.exp(event.deltaY * 0.004), place(event)[0]);
    }
  };
  const leave = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') {
      target.leave();
    }
  };
  const stop = new AbortController();
  const signal = stop.signal;
  host.addEventListener('pointerdown', down, { signal });
  host.addEventListener('pointermove', move, { signal });
  host.addEventListener('pointerup', up, { signal });
  host.addEventListener('pointercancel', up, { signal });
  host.addEventListener('pointerleave', leave, { signal });
  host.addEventListener('wheel', wheel, { signal, passive: false });
  return () => stop.abort();
}
