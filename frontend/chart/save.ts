import { isPartial, partialText } from '../run/partial.js';
import { toJson } from '../run/run-apply.js';
import type { Run } from '../run/run-types.js';
import { download } from '../text/download.js';
import { fillValues } from '../text/numbers.js';
import type { ChartSpec } from './chart-spec.js';
import { csvOf } from './csv.js';
import { symbolOf } from './marks.js';
import type { Plot } from './plot.js';
import { fileRowsOf } from './rows.js';
import { isHidden, type Content } from './traces.js';

export type ExportKind = 'png' | 'svg' | 'csv' | 'json';

export interface Exported {
  spec: ChartSpec;
  content: Content;
  plot: Plot;
  run: Run;
}

/** Saves a chart as a file. */
export async function save(kind: ExportKind, { spec, content, plot, run }: Exported): Promise<void> {
  // the runs kept overlaid are in the file as well
  const partial = (kind === 'json' ? [run] : content.runs).filter(isPartial);
  const name = [run.topic || 'spaces-lab', run.experiment, spec.id, partial.length ? 'partial' : ''].filter(Boolean).join('-');
  if (kind === 'csv') {
    // the mark at the beginning tells spreadsheets that this is UTF-8
    download(`${name}.csv`, 'text/csv;charset=utf-8', '\ufeff' + csvOf(fileRowsOf(spec, content, plot.x, plot.y)));
  } else if (kind === 'json') {
    download(`${name}.json`, 'application/json', JSON.stringify(toJson(run), null, 1));
  } else if (plot.theme) {
    const { theme } = plot;
    const parameters = Object.entries(run.parameters).map(([key, value]) => `${key} = ${String(value)}`);
    const sheet = {
      title: [...new Set(partial.map(partialText)), fillValues(spec.title, run)].join('\n'),
      caption: [spec.caption ? fillValues(spec.caption, run) : '', parameters.join(', ')].filter(Boolean).join('\n'),
      names: [...content.traces.filter((trace) => !isHidden(plot.view.hidden, trace)), ...content.marks].map((one) => ({ name: one.name, icon: symbolOf(one.slot) })),
      background: theme.panel,
      ink: theme.ink,
      quiet: theme.quiet,
      equalScale: spec.equalScale ?? false,
    };
    const { pngOf, svgOf } = await import('./export-part.js');
    if (kind === 'svg') {
      download(`${name}.svg`, 'image/svg+xml', svgOf(plot.option, sheet));
    } else {
      download(`${name}.png`, 'image/png', await pngOf(plot.option, sheet));
    }
  }
}
