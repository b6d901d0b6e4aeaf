import { isPartial, partialText } from './partial.js';
import type { Grid, Run, RunEvent, Series, WireNumber } from './run-types.js';

/** An empty run. */
export function emptyRun(id = '', label = ''): Run {
  return {
    id,
    label,
    topic: '',
    experiment: '',
    parameters: {},
    values: new Map(),
    series: new Map(),
    tables: new Map(),
    grids: new Map(),
    images: new Map(),
    notes: [],
    progress: new Map(),
    phase: '',
    outcome: null,
    elapsedMillis: 0,
    cached: false,
    shipped: '',
    startedAt: performance.now(),
    queue: null,
    passedOn: false,
    restarts: 0,
    extra: {},
  };
}

/** A number from the wire; "NaN", "Infinity" and long integers arrive as strings. */
export function number(value: WireNumber | boolean | null | undefined): number {
  return typeof value === 'number' ? value : value === null || value === undefined || value === '' ? NaN : Number(value);
}

function push(target: number[], values: WireNumber[] | undefined): void {
  for (const value of values ?? []) {
    target.push(number(value));
  }
}

function extend(series: Series, event: { x?: WireNumber[]; y?: WireNumber[]; lower?: WireNumber[]; upper?: WireNumber[] }): void {
  const before = series.x.length;
  push(series.x, event.x);
  push(series.y, event.y);
  if (event.lower?.length || series.lower.length) {
    // points without a band inside a series with one: the band has a gap there
    while (series.lower.length < before) {
      series.lower.push(NaN);
      series.upper.push(NaN);
    }
    push(series.lower, event.lower);
    push(series.upper, event.upper);
    while (series.lower.length < series.x.length) {
      series.lower.push(NaN);
      series.upper.push(NaN);
    }
  }
}

function grid(source: any): Grid {
  return {
    rows: source.rows,
    columns: source.columns,
    values: (source.values ?? []).map(number),
    xLabels: source.xLabels ?? [],
    yLabels: source.yLabels ?? [],
  };
}

function entry<T>(map: Map<string, T>, name: string, make: () => T): T {
  let found = map.get(name);
  if (found === undefined) {
    found = make();
    map.set(name, found);
  }
  return found;
}

/** Extends the run by one event; answers whether the event carries data (and not only progress). */
export function applyEvent(run: Run, event: RunEvent): boolean {
  if (event.type !== 'queue') {
    run.queue = null;
  }
  switch (event.type) {
    case 'queue':
      run.queue = { position: number(event.position), seconds: number(event.seconds) };
      run.passedOn ||= event.passedOn ?? false;
      return false;
    case 'restarted':
      // the process that computed it died: what it had returned is void
      [run.values, run.series, run.tables, run.grids, run.images, run.progress].forEach((map) => map.clear());
      run.notes = [];
      run.phase = '';
      run.restarts++;
      run.startedAt = performance.now();
      return true;
    case 'progress':
      run.progress.set(event.phase ?? '', { done: number(event.done), total: number(event.total) });
      run.phase = event.phase ?? '';
      return false;
    case 'points':
      extend(entry(run.series, event.series ?? '', () => ({ x: [], y: [], lower: [], upper: [] })), event);
      return true;
    case 'grid':
      run.grids.set(event.name ?? '', grid(event));
      return true;
    case 'images':
      run.images.set(event.name ?? '', {
        width: event.width ?? 0,
        height: event.height ?? 0,
        channels: event.channels ?? 1,
        count: event.count ?? 0,
        data: event.data ?? '',
      });
      return true;
    case 'row':
      entry(run.tables, event.table ?? '', () => ({ columns: [], rows: [] })).rows.push(event.cells ?? []);
      return true;
    case 'value':
      run.values.set(event.name ?? '', { value: event.value ?? '', unit: event.unit });
      return true;
    case 'note':
      run.notes.push({ key: event.key ?? '', text: event.text ?? '' });
      return true;
    case 'outcome':
      run.outcome = { kind: event.kind ?? 'finished', partial: event.partial, problem: event.problem, explanation: event.explanation };
      run.elapsedMillis = event.elapsedMillis ?? performance.now() - run.startedAt;
      run.cached = event.cached ?? run.cached;
      return true;
  }
}

/** The run that a run's JSON describes. */
export function fromSnapshot(json: any): Run {
  const { id, label, topic, experiment, parameters, values, series, tables, grids, images, notes, progress, ...rest } = json;
  const run = emptyRun(id ?? '', label ?? '');
  run.topic = topic ?? '';
  run.experiment = experiment ?? '';
  run.parameters = parameters ?? {};
  Object.entries<any>(values ?? {}).forEach(([name, value]) => run.values.set(name, value));
  Object.entries<any>(series ?? {}).forEach(([name, points]) => applyEvent(run, { ...points, type: 'points', series: name }));
  Object.entries<any>(tables ?? {}).forEach(([name, table]) =>
    run.tables.set(name, { columns: table.columns ?? [], rows: [...(table.rows ?? [])] }),
  );
  Object.entries<any>(grids ?? {}).forEach(([name, values]) => run.grids.set(name, grid(values)));
  Object.entries<any>(images ?? {}).forEach(([name, batch]) => run.images.set(name, batch));
  Object.entries<any>(progress ?? {}).forEach(([name, p]) => applyEvent(run, { type: 'progress', phase: name, ...p }));
  run.notes = [...(notes ?? [])];
  const { outcome, elapsedMillis, cached, seq, problem, partial, explanation, ...extra } = rest;
  run.outcome = typeof outcome === 'string' && outcome !== 'running' ? { kind: outcome, partial, problem, explanation } : outcome?.kind ? outcome : null;
  run.elapsedMillis = elapsedMillis ?? 0;
  run.cached = cached ?? false;
  run.startedAt = performance.now() - run.elapsedMillis;
  run.extra = extra;
  return run;
}

/** The run as the contract's JSON: first whether it is whole. */
export function toJson(run: Run): unknown {
  const plain = (value: unknown): unknown =>
    typeof value === 'number' && !Number.isFinite(value)
      ? String(value)
      : Array.isArray(value)
        ? value.map(plain)
        : value instanceof Map
          ? Object.fromEntries([...value].map(([k, v]) => [k, plain(v)]))
          : value !== null && typeof value === 'object'
            ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]))
            : value;
  const { startedAt, phase, label, extra, outcome, queue, passedOn, restarts, shipped, ...data } = run;
  const standing = { outcome: outcome?.kind ?? 'running', partial: isPartial(run), explanation: partialText(run) || outcome?.explanation, problem: outcome?.problem };
  return plain({ ...standing, ...extra, ...data });
}
