import type { ChartTheme } from './theme.js';
import type { Rule } from './traces.js';

/** A rule and where it lies on its axis. */
export interface PlacedRule {
  rule: Rule;
  at: number;
}

/** The height that one text takes. */
const LINE = 17;

/** The room from a text to the edge, in which a horizontal rule's key lies. */
const KEY = 14;

/** Between a text and the end of its plate. */
const PADDING = 3;

/** The rules across the chart: a line each, which also makes room for itself on the axis, and over them all their texts. */
export function ruleSeries(rules: PlacedRule[], theme: ChartTheme): any[] {
  return rules.length === 0 ? [] : [...rules.map((placed) => lineSeries(placed, theme)), textSeries(rules, theme)];
}

function lineSeries({ rule, at }: PlacedRule, theme: ChartTheme): any {
  const vertical = rule.direction === 'vertical';
  return {
    type: 'custom',
    silent: true,
    z: 4,
    encode: { x: 0, y: 1 },
    data: [vertical ? [at, NaN] : [NaN, at]],
    renderItem: (params: any, api: any) => {
      const { x, y, width, height } = params.coordSys;
      const p = pixelOf({ rule, at }, params, api);
      return p === undefined
        ? undefined
        : {
            type: 'line',
            shape: vertical ? { x1: p, x2: p, y1: y, y2: y + height } : { x1: x, x2: x + width, y1: p, y2: p },
            style: { stroke: colorOf(rule, theme), lineWidth: 1.5, lineDash: [6, 5], opacity: rule.pinned ? 0.45 : 1 },
          };
    },
  };
}

/** All texts together, so that they keep clear of each other; those of overlaid runs are left to the legend. */
function textSeries(rules: PlacedRule[], theme: ChartTheme): any {
  return {
    type: 'custom',
    silent: true,
    z: 6,
    encode: { x: 0, y: 1 },
    data: [[NaN, NaN]],
    renderItem: (params: any, api: any) => {
      const area: Area = params.coordSys;
      const shown = rules
        .filter(({ rule }) => !rule.pinned)
        .map((placed): Shown => ({ rule: placed.rule, p: pixelOf(placed, params, api) ?? NaN, width: Math.min(widthOf(placed.rule.text, theme), area.width - KEY - 8) }))
        .filter(({ p }) => Number.isFinite(p));
      const level = levelPlates(shown.filter(({ rule }) => rule.direction !== 'vertical'), area);
      const upright = uprightPlates(shown.filter(({ rule }) => rule.direction === 'vertical'), area, level);
      return { type: 'group', children: [...level.map((plate) => keyOf(plate, area, theme)), ...[...level, ...upright].map((plate) => drawn(plate, theme))] };
    },
  };
}

interface Shown {
  rule: Rule;
  /** where the rule crosses its axis */
  p: number;
  width: number;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a text is put: its left end and its middle height. */
interface Plate extends Shown {
  left: number;
  middle: number;
}

/** At the right end, above their rules where there is room. */
function levelPlates(shown: Shown[], { x, y, width, height }: Area): Plate[] {
  const sorted = [...shown].sort((a, b) => a.p - b.p);
  const middles = spread(sorted.map(({ p }) => p - LINE / 2 - 2), LINE, y + LINE / 2, y + height - LINE / 2);
  return sorted.map((one, i) => ({ ...one, left: x + width - KEY - one.width, middle: middles[i]! }));
}

/** Beside their rules, to the left of rules on the right, each in the highest line in which it meets no other text. */
function uprightPlates(shown: Shown[], { x, y, width }: Area, others: Plate[]): Plate[] {
  const placed = [...others];
  return shown.map((one) => {
    const right = one.p > x + width * 0.6;
    const plate: Plate = { ...one, left: one.p + (right ? -4 - one.width : 4), middle: y + 6 + LINE / 2 };
    while (placed.some((other) => meets(plate, other))) {
      plate.middle += LINE / 2;
    }
    placed.push(plate);
    return plate;
  });
}

function meets(a: Plate, b: Plate): boolean {
  return Math.abs(a.middle - b.middle) < LINE - 1 && a.left < b.left + b.width && b.left < a.left + a.width;
}

/**
 * The places nearest to the wished ones (ascending) that are at least `gap` apart and within the bounds as long as
 * all fit: neighbours that meet share the middle of their wishes.
 */
export function spread(wished: number[], gap: number, from: number, to: number): number[] {
  const blocks: { sum: number; count: number; start: number }[] = [];
  const settle = (block: { sum: number; count: number }) => {
    const length = (block.count - 1) * gap;
    return Math.max(from, Math.min(to - length, block.sum / block.count));
  };
  for (const wish of wished) {
    let block = { sum: wish, count: 1, start: 0 };
    block.start = settle(block);
    for (let before = blocks.at(-1); before && before.start + before.count * gap > block.start; before = blocks.at(-1)) {
      blocks.pop();
      block = { sum: before.sum + block.sum - block.count * before.count * gap, count: before.count + block.count, start: 0 };
      block.start = settle(block);
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array.from({ length: block.count }, (_, i) => block.start + i * gap));
}

function drawn({ rule, left, middle, width }: Plate, theme: ChartTheme): any {
  return {
    type: 'text',
    style: {
      text: rule.text,
      x: left,
      y: middle,
      verticalAlign: 'middle',
      width: width - 2 * PADDING,
      overflow: 'truncate',
      fill: theme.quiet,
      font: fontOf(theme),
      backgroundColor: theme.panel,
      padding: [1, PADDING],
      borderRadius: 3,
    },
  };
}

/** A short line in the rule's colour from its text to the rule. */
function keyOf({ rule, p, middle }: Plate, { x, width }: Area, theme: ChartTheme): any {
  const edge = x + width;
  return { type: 'polyline', shape: { points: [[edge - KEY + 2, middle], [edge - 4, middle], [edge, p]] }, style: { stroke: colorOf(rule, theme), fill: 'none', lineWidth: 1.5 } };
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Of a text with its plate. */
function widthOf(text: string, theme: ChartTheme): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) {
    return 8 * text.length;
  }
  pen.font = fontOf(theme);
  return Math.ceil(pen.measureText(text).width) + 2 * PADDING + 1;
}

function fontOf(theme: ChartTheme): string {
  return `12px ${theme.sans}`;
}

/** Where the rule crosses its axis, or nothing where that is out of sight. */
function pixelOf({ rule, at }: PlacedRule, params: any, api: any): number | undefined {
  const { x, y, width, height } = params.coordSys;
  const vertical = rule.direction === 'vertical';
  const point = api.coord(vertical ? [at, 1] : [1, at]);
  const p = vertical ? point[0] : point[1];
  const [from, to] = vertical ? [x, x + width] : [y, y + height];
  return p >= from - 0.5 && p <= to + 0.5 ? p : undefined;
}

function colorOf(rule: Rule, theme: ChartTheme): string {
  return theme.slots[rule.slot - 1] ?? theme.ink;
}
