import { isPartial, partialText } from '../run/partial.js';
import type { Cell, Run } from '../run/run-types.js';
import { word } from '../text/words.js';
import type { Categories } from './categories.js';
import type { ChartSpec } from './chart-spec.js';
import type { Content } from './traces.js';

/** What a chart draws as rows of a table: for reading and for CSV. */
export interface Rows {
  head: string[];
  count: number;
  row(i: number): Cell[];
}

/**
 * The same as rows of a file: where a run that is drawn is partial, the first column says so of each row, before
 * any number.
 */
export function fileRowsOf(spec: ChartSpec, content: Content, x?: Categories, y?: Categories): Rows {
  const rows = rowsOf(spec, content, x, y);
  if (!content.runs.some(isPartial)) {
    return rows;
  }
  const runs: Run[] = content.heat ? [] : [...content.traces.flatMap((trace) => trace.series.x.map(() => trace.of)), ...content.rules.map((rule) => rule.of), ...content.marks.map((mark) => mark.of)];
  return {
    head: ['partial', ...rows.head],
    count: rows.count,
    row: (i) => [partialText(runs[i] ?? content.runs.at(-1)!) || 'false', ...rows.row(i)],
  };
}

export function rowsOf(spec: ChartSpec, content: Content, x?: Categories, y?: Categories): Rows {
  if (content.heat) {
    const { grid, name } = content.heat;
    return {
      head: [spec.x.label, spec.y.label, name],
      count: grid.values.length,
      row: (i) => [x?.names[i % grid.columns] ?? '', y?.names[Math.floor(i / grid.columns)] ?? '', grid.values[i] ?? NaN],
    };
  }
  const band = content.traces.some((trace) => trace.series.lower.length > 0);
  const starts: number[] = [];
  let count = 0;
  content.traces.forEach((trace) => {
    starts.push(count);
    count += trace.series.x.length;
  });
  const rest = [
    ...content.rules.map((rule): Cell[] => (rule.direction === 'vertical' ? [rule.name, rule.value, ''] : [rule.name, '', rule.value])),
    ...content.marks.map((mark): Cell[] => [mark.name, mark.x, mark.y]),
  ];
  return {
    head: [word('series'), spec.x.label, spec.y.label, ...(band ? [word('lower'), word('upper')] : [])],
    count: count + rest.length,
    row: (i) => {
      if (i >= count) {
        return [...rest[i - count]!, ...(band ? ['', ''] : [])];
      }
      let t = starts.length - 1;
      while (starts[t]! > i) {
        t--;
      }
      const { name, series } = content.traces[t]!;
      const at = i - starts[t]!;
      return [name, series.x[at]!, series.y[at]!, ...(band ? [series.lower[at] ?? '', series.upper[at] ?? ''] : [])];
    },
  };
}
