/** The JSON of the server's `spaceslab.chart.Chart`, its texts resolved. */
export interface AxisSpec {
  label: string;
  scale: 'linear' | 'log' | 'category';
  fromZero?: boolean;
}

export interface LayerSpec {
  type: 'line' | 'points' | 'bars' | 'regions' | 'heat' | 'rule' | 'mark';
  series?: string;
  grid?: string;
  value?: string;
  xValue?: string;
  yValue?: string;
  slot?: number;
  stroke?: 'solid' | 'dashed' | 'dotted';
  direction?: 'vertical' | 'horizontal';
  diverging?: boolean;
  label?: string;
}

export interface ChartSpec {
  id: string;
  title: string;
  caption?: string;
  /** why a run may return nothing for it */
  absent?: string;
  x: AxisSpec;
  y: AxisSpec;
  /** a unit is as long across as up */
  equalScale?: boolean;
  layers: LayerSpec[];
}
