import { categoriesOf, placeOf, type Categories } from './categories.js';
import type { ChartSpec } from './chart-spec.js';
import { cellReading, readAt, readCell, type Reading } from './cursor.js';
import type { Drawing } from './echarts-part.js';
import { drawEqually } from './equal-scale.js';
import { listen } from './gestures.js';
import { optionOf, type View } from './option.js';
import { screenMap, type ScreenMap } from './screen-map.js';
import { onThemeChange, readTheme, type ChartTheme } from './theme.js';
import { isHidden, type Content, type Trace } from './traces.js';

let loading: Promise<typeof import('./echarts-part.js')> | undefined;

/** The drawn area of one chart: ECharts on a canvas, kept to the size of its host, with gestures and cursor. */
export class Plot {
  view: View = { hidden: new Set() };
  option: any;
  theme?: ChartTheme;
  x?: Categories;
  y?: Categories;
  private drawing?: Drawing;
  private map?: ScreenMap;
  private frame = 0;
  private spec?: ChartSpec;
  private content?: Content;
  private readonly quiet: (() => void)[] = [];
  private gone = false;

  /** `read` hears what is under the pointer; `viewed` hears of zooming. */
  constructor(
    private readonly host: HTMLElement,
    private readonly read: (reading: Reading | undefined) => void,
    private readonly viewed: () => void,
  ) {
    const resize = new ResizeObserver(() => this.draw());
    resize.observe(host);
    this.quiet.push(
      () => resize.disconnect(),
      onThemeChange(() => {
        this.theme = undefined;
        this.draw();
      }),
      listen(host, {
        map: () => this.screen(),
        range: () => this.view.x,
        zoomable: () => this.zoomable(),
        zoomTo: (range) => this.zoomTo(range),
        hover: (px, py) => this.read(this.readingAt(px, py)),
        leave: () => this.read(undefined),
      }),
    );
    loading ??= import('./echarts-part.js');
    void loading.then((part) => {
      if (!this.gone) {
        this.drawing = part.drawing(host);
        this.draw();
      }
    });
  }

  show(spec: ChartSpec, content: Content): void {
    this.spec = spec;
    this.content = content;
    this.draw();
  }

  zoomable(): boolean {
    return !this.x && !this.content?.empty;
  }

  /** Zooms by `factor` around the middle; 0 shows everything again. */
  zoomBy(factor: number): void {
    const map = this.screen();
    if (factor === 0) {
      this.view = { ...this.view, x: undefined };
      this.draw();
      this.viewed();
    } else if (map && this.zoomable()) {
      const middle = (map.left + map.right) / 2;
      this.zoomTo([map.fromX(middle + (map.left - middle) * factor), map.fromX(middle + (map.right - middle) * factor)]);
    }
  }

  visible(): Trace[] {
    return this.content?.traces.filter((trace) => !isHidden(this.view.hidden, trace)) ?? [];
  }

  /** What is to be read at a point of a trace (or a cell of the heat map). */
  readingOf(trace: Trace | undefined, i: number, row = 0): Reading | undefined {
    const map = this.screen();
    if (!map) {
      return undefined;
    }
    if (!trace) {
      const heat = this.content?.heat;
      return heat && this.x && this.y ? cellReading(heat, map, i, row, this.x, this.y, this.upwards()) : undefined;
    }
    const px = map.toX(this.place(trace.points.flat[2 * i]!));
    const py = map.toY(trace.points.flat[2 * i + 1]!);
    const reading = readAt([trace], map, px, Number.isFinite(py) ? py : map.bottom, this.place);
    return reading;
  }

  dispose(): void {
    this.gone = true;
    cancelAnimationFrame(this.frame);
    this.quiet.forEach((end) => end());
    this.drawing?.dispose();
  }

  draw(): void {
    if (this.frame === 0 && !this.gone) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.drawNow();
      });
    }
  }

  private drawNow(): void {
    if (!this.drawing || !this.spec || !this.content || this.host.clientWidth === 0) {
      return;
    }
    this.theme ??= readTheme(this.host);
    this.x = categoriesOf(this.spec.x, this.content, 'x');
    this.y = categoriesOf(this.spec.y, this.content, 'y');
    this.option = optionOf(this.spec, this.content, this.view, this.theme);
    if (this.drawing.getWidth() !== this.host.clientWidth || this.drawing.getHeight() !== this.host.clientHeight) {
      this.drawing.resize();
    }
    if (this.spec.equalScale) {
      this.option = drawEqually(this.drawing, this.option);
    } else {
      this.drawing.setOption(this.option, { notMerge: true });
    }
    this.map = undefined;
  }

  private screen(): ScreenMap | undefined {
    if (!this.map && this.drawing && this.option && this.spec) {
      this.map = screenMap(this.drawing, this.spec.x.scale === 'log' && !this.x, this.spec.y.scale === 'log' && !this.y);
    }
    return this.map;
  }

  private place = (value: number) => (this.x ? placeOf(this.x, value) : value);

  private upwards(): boolean {
    return this.spec?.y.scale !== 'category';
  }

  private zoomTo(range: [number, number]): void {
    const [low, high] = range;
    if (Number.isFinite(low) && Number.isFinite(high) && high - low > Math.abs(high) * 1e-9) {
      this.view = { ...this.view, x: range };
      this.draw();
      this.viewed();
    }
  }

  private readingAt(px: number, py: number): Reading | undefined {
    const map = this.screen();
    if (!map || !this.content) {
      return undefined;
    }
    if (this.content.heat && this.x && this.y) {
      return readCell(this.content.heat, map, px, py, this.x, this.y, this.upwards());
    }
    return readAt(this.visible(), map, px, py, this.place);
  }
}
