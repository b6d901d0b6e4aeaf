/** The declaration of one parameter, as the server gives it. */
export interface ControlSpec {
  name: string;
  kind: 'integer' | 'decimal' | 'flag' | 'natural' | 'seed' | 'choice' | 'choices' | 'integers' | 'decimals' | 'points' | 'bitmap';
  label: string;
  help?: string;
  symbol?: string;
  min?: number | string;
  max?: number | string;
  scale?: 'linear' | 'log';
  step?: number | string;
  choices?: { value: string; label: string }[];
  maxItems?: number;
  /** columns and rows of a bitmap */
  width?: number;
  height?: number;
  defaultValue?: string;
  allowed?: string;
}

/** A slider's positions 0 … `steps` and the numbers they stand for. */
export interface SliderScale {
  steps: number;
  at(position: number): number;
  position(value: number): number;
}

const toNumber = (value: number | string | undefined) => (value === undefined || value === '' ? NaN : Number(value));

/** Rounds to what a hand on a slider can mean: as many digits as the step has. */
function rounded(value: number, step: number): number {
  const places = Math.max(0, Math.min(15, -Math.floor(Math.log10(step) + 1e-9)));
  return Number(value.toFixed(places));
}

/** 1, 2 or 5 times a power of ten, near the range divided by 200. */
function niceStep(range: number): number {
  const raw = range / 200;
  const ten = 10 ** Math.floor(Math.log10(raw));
  return ten * (raw / ten >= 5 ? 5 : raw / ten >= 2 ? 2 : 1);
}

export function sliderScale(spec: ControlSpec): SliderScale | undefined {
  const min = toNumber(spec.min);
  const max = toNumber(spec.max);
  if (!(max > min) || !Number.isFinite(max - min)) {
    return undefined;
  }
  return spec.scale === 'log' ? logScale(spec, min, max) : linearScale(spec, min, max);
}

function linearScale(spec: ControlSpec, min: number, max: number): SliderScale {
  const integer = spec.kind === 'integer';
  const given = toNumber(spec.step);
  const step = given > 0 ? given : integer ? Math.max(1, Math.round(niceStep(max - min))) : niceStep(max - min);
  const steps = Math.max(1, Math.ceil((max - min) / step - 1e-9));
  return {
    steps,
    at: (position) => (position >= steps ? max : rounded(min + position * step, Math.min(step, integer ? 1 : step))),
    position: (value) => (Math.min(Math.max(value, min), max) - min) / step,
  };
}

function logScale(spec: ControlSpec, min: number, max: number): SliderScale {
  const integer = spec.kind === 'integer';
  // a logarithmic slider whose range begins at zero has zero as its first position
  const foot = min > 0 ? min : integer ? 1 : max * 1e-6;
  const first = min > 0 ? 0 : 1;
  const decades = Math.log10(max / foot);
  const steps = first + Math.max(20, Math.min(400, Math.round(decades * 60)));
  const at = (position: number) => {
    if (position < first) {
      return min;
    }
    if (position >= steps) {
      return max;
    }
    const value = foot * 10 ** ((decades * (position - first)) / (steps - first));
    const short = Number(value.toPrecision(3));
    return Math.min(max, Math.max(min, integer ? Math.round(short) : short));
  };
  return {
    steps,
    at,
    position: (value) => (value < foot ? 0 : first + (Math.log10(Math.min(value, max) / foot) / decades) * (steps - first)),
  };
}
