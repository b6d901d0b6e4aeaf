import { applyEvent, emptyRun, fromSnapshot } from './run-apply.js';
import type { PinnedRun, Run, RunEvent, StartedRun } from './run-types.js';

export type Watcher = (store: RunStore) => void;

/**
 * The runs of one page: the one shown, the one that has begun but returned nothing yet, and those kept
 * overlaid. Watchers hear of changes once per animation frame.
 */
export class RunStore {
  /** the run whose data is on screen */
  shown: Run | null = null;
  /** a run that has begun and not returned data yet; the shown one stays so that nothing flickers */
  waiting: Run | null = null;
  pinned: PinnedRun[] = [];
  /** what tells the shown run from the pinned ones */
  shownLabel = '';
  private lastSeq = 0;
  private frame = 0;
  private watchers = new Set<Watcher>();

  /** `labelOf` words the parameters in which a run differs from the others. */
  constructor(private readonly labelOf: (run: Run, others: Run[]) => string) {}

  /** The run that is computing or was last computed: status is about it. */
  get newest(): Run | null {
    return this.waiting ?? this.shown;
  }

  start(started: StartedRun): void {
    const run = emptyRun(started.id ?? started.key ?? '', started.label ?? '');
    run.cached = started.cached ?? false;
    run.shipped = started.shipped ?? '';
    run.parameters = started.parameters ?? {};
    this.waiting = run;
    this.lastSeq = 0;
    this.changed();
  }

  apply(events: RunEvent[]): void {
    for (const event of events) {
      if (event.seq !== undefined) {
        if (event.seq <= this.lastSeq) {
          continue;
        }
        this.lastSeq = event.seq;
      }
      const run = this.newest ?? (this.waiting = emptyRun());
      if (applyEvent(run, event) && this.waiting === run) {
        this.shown = run;
        this.waiting = null;
      }
    }
    this.changed();
  }

  /** The whole run so far stands for all its events up to `seq`. */
  snapshot(json: any): void {
    const run = fromSnapshot(json);
    if (this.newest?.id === run.id) {
      run.shipped = this.newest.shipped;
    }
    this.lastSeq = json.seq ?? 0;
    const nothing = !run.outcome && !run.values.size && !run.series.size && !run.tables.size && !run.grids.size && !run.images.size;
    if (nothing && this.shown) {
      this.waiting = run;
    } else {
      this.shown = run;
      this.waiting = null;
    }
    this.changed();
  }

  /** Keeps the shown run, once it has ended, overlaid on those to come. */
  pin(): void {
    const run = this.shown;
    if (run?.outcome && !this.pinned.some((pinned) => pinned.run === run)) {
      this.pinned = [...this.pinned, { run, label: '' }];
      this.changed();
    }
  }

  unpinAll(): void {
    this.pinned = [];
    this.changed();
  }

  /** Tells `watcher` of the present state and of every change; answers how to stop. */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    this.changed();
    return () => this.watchers.delete(watcher);
  }

  changed(): void {
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.label();
        this.watchers.forEach((watcher) => this.tell(watcher));
      });
    }
  }

  /** One figure's error must not silence the others. */
  private tell(watcher: Watcher): void {
    try {
      watcher(this);
    } catch (error) {
      reportError(error);
    }
  }

  private label(): void {
    if (this.pinned.length > 0) {
      const runs = [...new Set([...this.pinned.map((pinned) => pinned.run), ...(this.shown ? [this.shown] : [])])];
      this.pinned.forEach((pinned) => (pinned.label = this.labelOf(pinned.run, runs)));
      this.shownLabel = this.shown ? this.labelOf(this.shown, runs) : '';
    } else {
      this.shownLabel = '';
    }
  }
}
