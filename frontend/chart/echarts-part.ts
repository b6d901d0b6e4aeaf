// Only what the charts use; fetched when the first chart is on a page.
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([LineChart, ScatterChart, BarChart, CustomChart, GridComponent, CanvasRenderer]);

export type Drawing = EChartsType;

export function drawing(host: HTMLElement): Drawing {
  return init(host, undefined, { renderer: 'canvas' });
}
