import { RunStore } from '../run/run-store.js';
import type { Cell, Run, RunEvent, StartedRun } from '../run/run-types.js';
import { formatCell } from '../text/numbers.js';
import { useLocale, useWords, wordOr } from '../text/words.js';

/**
 * Wraps a page's controls and figures and owns their runs. The server calls `start`, `apply`, `snapshot`,
 * and `pin`; its children belong to the server and are left alone.
 */
export class LabBench extends HTMLElement {
  readonly store = new RunStore(differences);
  private givenWords: Record<string, string> = {};
  private givenLocale = 'en';

  constructor() {
    super();
    // properties that were set before this class was loaded
    for (const name of ['words', 'locale'] as const) {
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        const value = (this as any)[name];
        delete (this as any)[name];
        (this as any)[name] = value;
      }
    }
  }

  get words(): Record<string, string> {
    return this.givenWords;
  }

  set words(words: Record<string, string>) {
    this.givenWords = words ?? {};
    useWords(this.givenWords);
  }

  get locale(): string {
    return this.givenLocale;
  }

  set locale(locale: string) {
    this.givenLocale = locale;
    useLocale(locale);
  }

  start(started: StartedRun): void {
    this.store.start(started);
  }

  apply(events: RunEvent[]): void {
    this.store.apply(events);
  }

  snapshot(run: unknown): void {
    this.store.snapshot(run);
  }

  pin(): void {
    this.store.pin();
  }
}

const canonical = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value));

/** The parameters in which `run` differs from one of the others, as "n = 1 024, draws = 600". */
function differences(run: Run, others: Run[]): string {
  const differing = Object.keys(run.parameters).filter((name) =>
    others.some((other) => name in other.parameters && canonical(other.parameters[name]) !== canonical(run.parameters[name])),
  );
  const words = differing.map((name) => {
    const value = run.parameters[name];
    const text = Array.isArray(value) ? value.map((v) => formatCell(v as Cell)).join(', ') : formatCell(value as Cell);
    return `${wordOr(`parameter.${name}`, name)} = ${wordOr(`choice.${text}`, text)}`;
  });
  return words.join(', ') || run.label || wordOr('client.pinnedRun', 'pinned');
}

if (!customElements.get('lab-bench')) {
  customElements.define('lab-bench', LabBench);
}
