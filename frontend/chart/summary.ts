import { formatNumber } from '../text/numbers.js';
import { word } from '../text/words.js';
import type { ChartSpec } from './chart-spec.js';
import { rangeOf } from './palette.js';
import type { Content, Trace } from './traces.js';

/** The chart in a few sentences, for those who hear it. */
export function summaryOf(spec: ChartSpec, content: Content): string {
  if (content.empty) {
    return word('summaryEmpty');
  }
  const sentences = [word('summaryAxes', axisWords(spec.x), axisWords(spec.y))];
  if (content.heat) {
    const { grid, name } = content.heat;
    const [low, high] = rangeOf(grid, false);
    sentences.push(word('summaryHeat', name, grid.rows, grid.columns, formatNumber(low), formatNumber(high)));
  }
  content.traces.slice(0, 12).forEach((trace) => sentences.push(traceSentence(trace)));
  content.rules.forEach((rule) => sentences.push(word('summaryRule', rule.name, formatNumber(rule.value))));
  content.marks.forEach((mark) => sentences.push(word('summaryMark', mark.name, formatNumber(mark.x), formatNumber(mark.y))));
  return sentences.join(' ');
}

function axisWords(axis: { label: string; scale: string }): string {
  return axis.scale === 'log' ? word('logAxis', axis.label) : axis.label;
}

function traceSentence(trace: Trace): string {
  const { x, y } = trace.series;
  let low = -1;
  let high = -1;
  let last = -1;
  y.forEach((value, i) => {
    if (Number.isFinite(value)) {
      low = low < 0 || value < y[low]! ? i : low;
      high = high < 0 || value > y[high]! ? i : high;
      last = i;
    }
  });
  if (last < 0) {
    return word('summaryNoNumbers', trace.name);
  }
  return word(
    'summarySeries',
    trace.name,
    x.length,
    formatNumber(y[low]!),
    formatNumber(x[low]!),
    formatNumber(y[high]!),
    formatNumber(x[high]!),
    formatNumber(y[last]!),
    formatNumber(x[last]!),
  );
}

/** What an axis could not show, as a sentence for the caption; empty where it could show all. */
export function droppedText(content: Content): string {
  const dropped = content.traces.reduce((sum, trace) => sum + trace.points.dropped, 0);
  const notFinite = content.traces.reduce((sum, trace) => sum + trace.points.notFinite, 0);
  return [dropped ? word('dropped', formatNumber(dropped)) : '', notFinite ? word('notFinite', formatNumber(notFinite)) : ''].filter(Boolean).join(' ');
}
