import { html, LitElement, nothing } from 'lit';
import { isPartial, partialText } from '../run/partial.js';
import type { RunStore } from '../run/run-store.js';
import { onWords, word } from '../text/words.js';

/** What all elements share: light DOM, so that the site's style sheet reaches them, and the page's words. */
export class LabElement extends LitElement {
  private quietWords?: () => void;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.quietWords = onWords(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.quietWords?.();
  }
}

/** An element that shows the runs of the bench around it. */
export class RunElement extends LabElement {
  protected store?: RunStore;
  private quietStore?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    // the bench may be upgraded later than its children
    customElements.whenDefined('lab-bench').then(() => {
      const bench = this.closest('lab-bench') as (HTMLElement & { store: RunStore }) | null;
      if (bench && this.isConnected) {
        this.quietStore?.();
        this.store = bench.store;
        this.quietStore = bench.store.watch(() => this.runChanged());
      }
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.quietStore?.();
    this.quietStore = undefined;
  }

  /** Stands before the numbers of a run that ended early: nobody takes a part for the whole. */
  protected partialMark() {
    const run = this.store?.shown;
    return run?.outcome && isPartial(run) ? html`<p class="partial">${partialText(run)}</p>` : nothing;
  }

  /**
   * Why something that a run may return is not there; empty while it may still come. `reason` is the experiment's
   * own, where it has one.
   */
  protected absence(reason?: string): string {
    const { store } = this;
    if (!store || (store.newest && (store.waiting || !store.shown?.outcome))) {
      return '';
    }
    if (!store.newest) {
      return word('notRun');
    }
    return store.shown && isPartial(store.shown) ? word('absentPartial') : reason || word('absent');
  }

  protected runChanged(): void {
    this.requestUpdate();
  }
}
