// style sheets are imported for their effect
declare module '*.css';

// ECharts' parts by file: through its index files a bundler keeps the parts of the export with those of the charts
declare module 'echarts/lib/*' {
  export const install: typeof import('echarts/charts').LineChart;
}
