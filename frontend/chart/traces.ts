import type { RunStore } from '../run/run-store.js';
import { number } from '../run/run-apply.js';
import type { Grid, Run, Series } from '../run/run-types.js';
import { formatCell } from '../text/numbers.js';
import { wordOr } from '../text/words.js';
import type { ChartSpec, LayerSpec } from './chart-spec.js';
import { pointsOf, type Points } from './points.js';

interface Drawn {
  /** unique within the chart */
  key: string;
  /** the same in every run: what the legend hides */
  base: string;
  /** of the legend */
  label: string;
  /** what tells its run from the others; empty where there is one run */
  run: string;
  /** label and run */
  name: string;
  slot: number;
  /** belongs to a run kept overlaid */
  pinned: boolean;
  /** the run that it is of */
  of: Run;
  /** which of the overlaid runs, 0 for the present one */
  generation: number;
}

export interface Trace extends Drawn {
  kind: 'line' | 'points' | 'bars' | 'regions';
  stroke: 'solid' | 'dashed' | 'dotted';
  series: Series;
  points: Points;
}

export interface Rule extends Drawn {
  kind: 'rule';
  value: number;
  text: string;
  direction: 'vertical' | 'horizontal';
}

export interface Mark extends Drawn {
  kind: 'mark';
  x: number;
  y: number;
}

export interface Heat {
  grid: Grid;
  diverging: boolean;
  name: string;
}

/** Differs when there is something else to draw: charts whose data have not changed are not drawn again. */
export function stateOf(content: Content, identities: Identities): string {
  const { traces, rules, marks, heat } = content;
  return [
    ...traces.map((trace) => `${trace.key}|${trace.name}|${trace.points.count}|${identities.of(trace.series)}`),
    ...rules.map((rule) => `${rule.key}|${rule.name}|${rule.value}`),
    ...marks.map((mark) => `${mark.key}|${mark.name}|${mark.x}|${mark.y}`),
    heat ? `${heat.name}|${identities.of(heat.grid)}` : '',
  ].join('\n');
}

/** Numbers objects in the order in which they are met. */
export class Identities {
  private readonly known = new WeakMap<object, number>();
  private last = 0;

  of(object: object): number {
    let found = this.known.get(object);
    if (found === undefined) {
      found = ++this.last;
      this.known.set(object, found);
    }
    return found;
  }
}

/** Whether the reader has hidden it: the series, or its whole run (`#1`, `#2`, …). */
export function isHidden(hidden: ReadonlySet<string>, one: Drawn): boolean {
  return hidden.has(one.base) || hidden.has(`#${one.generation}`);
}

/** What a chart draws at one moment. */
export interface Content {
  traces: Trace[];
  rules: Rule[];
  marks: Mark[];
  heat?: Heat;
  /** the runs that it may be drawn from, the present one last */
  runs: Run[];
  empty: boolean;
}

interface Source {
  run: Run;
  label: string;
  pinned: boolean;
  generation: number;
}

export function contentOf(spec: ChartSpec, store: RunStore): Content {
  const content: Content = { traces: [], rules: [], marks: [], runs: [], empty: true };
  const sources: Source[] = store.pinned
    .filter((pinned) => pinned.run !== store.shown)
    .map((pinned, i) => ({ run: pinned.run, label: pinned.label, pinned: true, generation: i + 1 }));
  if (store.shown) {
    sources.push({ run: store.shown, label: sources.length ? store.shownLabel : '', pinned: false, generation: 0 });
  }
  content.runs = sources.map((source) => source.run);
  for (const layer of spec.layers) {
    const qualified = layer.series?.endsWith('.*') ? qualifiers(layer.series, sources) : undefined;
    sources.forEach((source) => add(content, spec, layer, source, qualified));
  }
  content.empty = !content.traces.length && !content.marks.length && !content.heat && !content.rules.length;
  return content;
}

/** All names that `name.*` stands for, the present run's first, so that each keeps its slot in every run. */
function qualifiers(pattern: string, sources: Source[]): string[] {
  const stem = pattern.slice(0, -1);
  const names = new Set<string>();
  [...sources].reverse().forEach((source) => [...source.run.series.keys()].filter((name) => name.startsWith(stem)).forEach((name) => names.add(name)));
  return [...names];
}

function add(content: Content, spec: ChartSpec, layer: LayerSpec, source: Source, qualified?: string[]): void {
  const { run, pinned, generation } = source;
  const drawn = (base: string, text: string, slot: number): Drawn => ({
    key: `${base}#${generation}`,
    base,
    label: text,
    run: source.label,
    name: source.label ? `${text} · ${source.label}` : text,
    slot,
    of: run,
    pinned,
    generation,
  });
  const label = layer.label ?? layer.series ?? layer.value ?? '';
  const slot = layer.slot ?? 1;
  switch (layer.type) {
    case 'line':
    case 'points':
    case 'bars':
    case 'regions': {
      const names = qualified ?? [layer.series ?? ''];
      names.forEach((name, i) => {
        const series = run.series.get(name);
        if (series) {
          const qualifier = name.slice(name.indexOf('.') + 1);
          content.traces.push({
            ...drawn(name, label.replace('{0}', wordOr(`choice.${qualifier}`, qualifier)), ((slot - 1 + i) % 8) + 1),
            kind: layer.type as Trace['kind'],
            stroke: layer.stroke ?? 'solid',
            series,
            points: pointsOf(series, spec.x.scale === 'log', spec.y.scale === 'log'),
          });
        }
      });
      return;
    }
    case 'heat': {
      const grid = run.grids.get(layer.grid ?? '');
      if (grid && !pinned) {
        content.heat = { grid, diverging: layer.diverging ?? false, name: label };
      }
      return;
    }
    case 'rule': {
      const value = run.values.get(layer.value ?? '');
      const at = number(value?.value);
      if (value && Number.isFinite(at)) {
        content.rules.push({
          ...drawn(layer.value ?? '', label, slot),
          kind: 'rule',
          value: at,
          text: `${label} ${formatCell(at)}`,
          direction: layer.direction ?? 'vertical',
        });
      }
      return;
    }
    case 'mark': {
      const x = number(run.values.get(layer.xValue ?? '')?.value);
      const y = number(run.values.get(layer.yValue ?? '')?.value);
      if (Number.isFinite(x) && Number.isFinite(y)) {
        content.marks.push({ ...drawn(`${layer.xValue},${layer.yValue}`, label, slot), kind: 'mark', x, y });
      }
      return;
    }
  }
}
