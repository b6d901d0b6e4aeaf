import type { Drawing } from './echarts-part.js';

/** Where data lie on the screen: affine in the data, or in their logarithms. */
export interface ScreenMap {
  left: number;
  top: number;
  right: number;
  bottom: number;
  toX(value: number): number;
  toY(value: number): number;
  fromX(pixel: number): number;
  fromY(pixel: number): number;
}

/** Reads two points of the drawing once, so that looking for the nearest of 100 000 points costs no call of ECharts. */
export function screenMap(drawing: Drawing, xLog: boolean, yLog: boolean): ScreenMap | undefined {
  const width = drawing.getWidth();
  const height = drawing.getHeight();
  const a = drawing.convertFromPixel({ gridIndex: 0 }, [width * 0.4, height * 0.6]) as number[] | undefined;
  const b = drawing.convertFromPixel({ gridIndex: 0 }, [width * 0.7, height * 0.3]) as number[] | undefined;
  const rectangle = (drawing as any).getModel?.().getComponent('grid')?.coordinateSystem?.getRect?.();
  if (!a || !b || !rectangle) {
    return undefined;
  }
  const way = (p: number, q: number, da: number, db: number, log: boolean) => {
    const u = log ? Math.log(da) : da;
    const v = log ? Math.log(db) : db;
    const slope = (q - p) / (v - u);
    return {
      to: (value: number) => p + ((log ? Math.log(value) : value) - u) * slope,
      from: (pixel: number) => (log ? Math.exp(u + (pixel - p) / slope) : u + (pixel - p) / slope),
    };
  };
  const x = way(width * 0.4, width * 0.7, a[0]!, b[0]!, xLog);
  const y = way(height * 0.6, height * 0.3, a[1]!, b[1]!, yLog);
  return {
    left: rectangle.x,
    top: rectangle.y,
    right: rectangle.x + rectangle.width,
    bottom: rectangle.y + rectangle.height,
    toX: x.to,
    toY: y.to,
    fromX: x.from,
    fromY: y.from,
  };
}
