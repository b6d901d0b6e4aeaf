// Fetched when someone exports: the SVG renderer, titles and legends are not needed to look at a chart.
import { init, use } from 'echarts/core';
import { install as LegendComponent } from 'echarts/lib/component/legend/installLegendPlain.js';
import { install as TitleComponent } from 'echarts/lib/component/title/install.js';
import { install as SVGRenderer } from 'echarts/lib/renderer/installSVGRenderer.js';
import { drawEqually } from './equal-scale.js';

use([TitleComponent, LegendComponent, SVGRenderer]);

export interface Sheet {
  title: string;
  caption: string;
  names: { name: string; icon: string }[];
  background: string;
  ink: string;
  quiet: string;
  equalScale: boolean;
}

const WIDTH = 1200;
const HEIGHT = 760;

/** The chart's option with title, caption and legend, as a picture that stands alone. */
function sheetOption(option: any, sheet: Sheet): any {
  return {
    ...option,
    backgroundColor: sheet.background,
    title: {
      text: sheet.title,
      subtext: sheet.caption,
      left: 24,
      top: 18,
      textStyle: { color: sheet.ink, fontSize: 20, fontWeight: 600, width: WIDTH - 48, overflow: 'break' },
      subtextStyle: { color: sheet.quiet, fontSize: 14, lineHeight: 19, width: WIDTH - 48, overflow: 'break' },
    },
    legend: { show: sheet.names.length > 1, data: sheet.names, bottom: 14, left: 'center', width: WIDTH - 80, textStyle: { color: sheet.ink, fontSize: 13 }, selectedMode: false },
    grid: { ...option.grid, left: 24, right: 30, top: 130, bottom: sheet.names.length > 1 ? 76 : 24 },
  };
}

function draw(chart: any, option: any, sheet: Sheet): void {
  const whole = sheetOption(option, sheet);
  if (sheet.equalScale) {
    drawEqually(chart, whole);
  } else {
    chart.setOption(whole);
  }
}

export function svgOf(option: any, sheet: Sheet): string {
  const chart = init(null as any, undefined, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    draw(chart, option, sheet);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

export async function pngOf(option: any, sheet: Sheet): Promise<Blob> {
  const host = document.createElement('div');
  host.style.cssText = `position:fixed;inset-inline-start:-9999px;inline-size:${WIDTH}px;block-size:${HEIGHT}px`;
  document.body.appendChild(host);
  const chart = init(host, undefined, { renderer: 'canvas', devicePixelRatio: 2, width: WIDTH, height: HEIGHT });
  try {
    draw(chart, option, sheet);
    const canvas = chart.renderToCanvas({ pixelRatio: 2, backgroundColor: sheet.background });
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png'));
  } finally {
    chart.dispose();
    host.parentNode?.removeChild(host);
  }
}
