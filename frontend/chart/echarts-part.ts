// Only what the charts use; fetched when the first chart is on a page.
import { init, use, type EChartsType } from 'echarts/core';
import { install as BarChart } from 'echarts/lib/chart/bar/install.js';
import { install as CustomChart } from 'echarts/lib/chart/custom/install.js';
import { install as LineChart } from 'echarts/lib/chart/line/install.js';
import { install as ScatterChart } from 'echarts/lib/chart/scatter/install.js';
import { install as GridComponent } from 'echarts/lib/component/grid/install.js';
import { install as CanvasRenderer } from 'echarts/lib/renderer/installCanvasRenderer.js';

use([LineChart, ScatterChart, BarChart, CustomChart, GridComponent, CanvasRenderer]);

export type Drawing = EChartsType;

export function drawing(host: HTMLElement): Drawing {
  return init(host, undefined, { renderer: 'canvas' });
}
