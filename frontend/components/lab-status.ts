import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { partialText } from '../run/partial.js';
import type { Run } from '../run/run-types.js';
import { formatMillis, formatNumber } from '../text/numbers.js';
import { word, wordOr } from '../text/words.js';
import { RunElement } from './lab-element.js';

/** How far the newest run is: phase, rate, time left; how it ended. Announced only when it begins and ends. */
@customElement('lab-status')
export class LabStatus extends RunElement {
  /** words of the phases */
  @property({ attribute: false }) phases: Record<string, string> = {};
  /** where the present phase's rate is measured from */
  private since = { run: undefined as Run | undefined, phase: '', time: 0, done: 0 };

  protected override render() {
    const run = this.store?.newest ?? null;
    const said = run ? (run.outcome ? this.ending(run) : word('running')) : '';
    return html`<div class="status">${run ? (run.outcome ? this.ended(run) : this.going(run)) : word('notRun')}</div>
      <span class="unseen" role="status">${said}</span>`;
  }

  private going(run: Run) {
    if (run.queue) {
      return html`${this.why(run)}<span class="phase">${word('queued', formatNumber(run.queue.position), formatMillis(run.queue.seconds * 1000))}</span>
        <span class="prog unknown" role="progressbar" aria-label=${word('running')}><i></i></span>`;
    }
    const progress = run.progress.get(run.phase);
    const phase = this.phases[run.phase] ?? wordOr(`phase.${run.phase}`, run.phase);
    if (!progress) {
      return html`<span>${word('running')}</span><span class="prog unknown" role="progressbar" aria-label=${word('running')}><i></i></span>`;
    }
    const now = performance.now();
    if (this.since.run !== run || this.since.phase !== run.phase || progress.done < this.since.done) {
      this.since = { run, phase: run.phase, time: now, done: progress.done };
    }
    const seconds = (now - this.since.time) / 1000;
    const rate = seconds > 0.4 ? (progress.done - this.since.done) / seconds : 0;
    const known = progress.total > 0;
    const share = known ? Math.min(1, Math.max(0, progress.done / progress.total)) : 0;
    const left = rate > 0 && known ? ((progress.total - progress.done) / rate) * 1000 : NaN;
    const count = known ? word('doneOf', formatNumber(progress.done), formatNumber(progress.total)) : formatNumber(progress.done);
    return html`${this.why(run)}<span class="phase">${phase ? `${phase} · ` : ''}${count}</span>
      <span class=${known ? 'prog' : 'prog unknown'} role="progressbar" aria-label=${phase || word('running')}
        aria-valuemin="0" aria-valuemax="100" aria-valuenow=${known ? Math.round(share * 100) : nothing}><i style=${`inline-size:${share * 100}%`}></i></span>
      <span class="rate">${rate > 0 ? word('rate', formatNumber(rate, 3)) : nothing}${left >= 0 ? ` · ${word('timeLeft', formatMillis(Math.max(left, 1)))}` : nothing}</span>`;
  }

  /** Why it takes so long. */
  private why(run: Run) {
    const key = run.passedOn ? 'passedOn' : run.restarts ? 'restarted' : '';
    return key ? html`<span class="note">${word(key)}</span>` : nothing;
  }

  private ended(run: Run) {
    return html`<span class=${`outcome ${run.outcome?.kind}`}>${this.ending(run)}</span>
      ${run.shipped ? html`<span class="shipped">${run.shipped}</span>` : html`<span class="took">${word('took', formatMillis(run.elapsedMillis))}</span>`}
      ${run.cached && !run.shipped ? html`<span class="cached">${word('fromCache')}</span>` : nothing}
      ${run.notes.filter((note) => note.text).map((note) => html`<span class="note">${note.text}</span>`)}`;
  }

  private ending(run: Run): string {
    const kind = run.outcome?.kind ?? '';
    return partialText(run) || word(`outcome.${kind}`);
  }
}
