/** The wire formats of a run: its JSON so far and the events that extend it (docs: the contract). */
export type Cell = string | number | boolean;
/** Numbers on the wire: NaN and infinities come as strings. */
export type WireNumber = number | string;

export interface Value {
  value: Cell;
  unit?: string;
}

export interface Series {
  x: number[];
  y: number[];
  lower: number[];
  upper: number[];
}

export interface Table {
  columns: { name: string; unit?: string }[];
  rows: Cell[][];
}

export interface Grid {
  rows: number;
  columns: number;
  values: number[];
  xLabels: string[];
  yLabels: string[];
}

export interface Images {
  width: number;
  height: number;
  channels: number;
  count: number;
  /** base64 of unsigned bytes */
  data: string;
}

export interface Progress {
  done: number;
  total: number;
}

export interface Outcome {
  kind: string;
  partial?: boolean;
  problem?: string;
  /** the server's sentence: why it is not whole and how far it came */
  explanation?: string;
}

export interface Run {
  id: string;
  label: string;
  topic: string;
  experiment: string;
  parameters: Record<string, unknown>;
  values: Map<string, Value>;
  series: Map<string, Series>;
  tables: Map<string, Table>;
  grids: Map<string, Grid>;
  images: Map<string, Images>;
  notes: { key: string; text: string }[];
  progress: Map<string, Progress>;
  /** the phase that reported last */
  phase: string;
  outcome: Outcome | null;
  elapsedMillis: number;
  cached: boolean;
  /** when and where it was computed, if it came with the product */
  shipped: string;
  /** its place while it waits for a worker */
  queue: { position: number; seconds: number } | null;
  /** too large for a live answer: computed anew in the queue */
  passedOn: boolean;
  /** how often it began anew because its process died */
  restarts: number;
  /** performance.now() of its start in this browser */
  startedAt: number;
  /** whatever else the server told, kept for the JSON export */
  extra: Record<string, unknown>;
}

/** One event; which members are there depends on `type`. */
export interface RunEvent {
  seq?: number;
  type: 'progress' | 'points' | 'grid' | 'images' | 'row' | 'value' | 'note' | 'outcome' | 'queue' | 'restarted';
  phase?: string;
  done?: WireNumber;
  total?: WireNumber;
  series?: string;
  x?: WireNumber[];
  y?: WireNumber[];
  lower?: WireNumber[];
  upper?: WireNumber[];
  name?: string;
  rows?: number;
  columns?: number;
  values?: WireNumber[];
  xLabels?: string[];
  yLabels?: string[];
  width?: number;
  height?: number;
  channels?: number;
  count?: number;
  data?: string;
  table?: string;
  cells?: Cell[];
  value?: Cell;
  unit?: string;
  key?: string;
  text?: string;
  kind?: string;
  partial?: boolean;
  problem?: string;
  explanation?: string;
  elapsedMillis?: number;
  cached?: boolean;
  position?: WireNumber;
  seconds?: WireNumber;
  passedOn?: boolean;
}

/** A run kept overlaid. */
export interface PinnedRun {
  run: Run;
  /** the parameters in which it differs, as words */
  label: string;
}

export interface StartedRun {
  key?: string;
  id?: string;
  label?: string;
  cached?: boolean;
  shipped?: string;
  parameters?: Record<string, unknown>;
}
