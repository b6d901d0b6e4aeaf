import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ChartSpec } from '../chart/chart-spec.js';
import type { Reading } from '../chart/cursor.js';
import { ChartCursor } from '../chart/keyboard.js';
import { MARK_PATHS } from '../chart/marks.js';
import { gradient, rangeOf } from '../chart/palette.js';
import { Plot } from '../chart/plot.js';
import { rowsOf } from '../chart/rows.js';
import { save, type ExportKind } from '../chart/save.js';
import { droppedText, summaryOf } from '../chart/summary.js';
import { contentOf, Identities, stateOf, type Content } from '../chart/traces.js';
import { fillValues, formatCell, formatNumber } from '../text/numbers.js';
import { word } from '../text/words.js';
import { RunElement } from './lab-element.js';
import './lab-menu.js';

const TABLE_ROWS = 500;
const NOTHING: Content = { traces: [], rules: [], marks: [], runs: [], empty: true };
let made = 0;

/** A chart of the run, with legend, cursor, data table, spoken summary, overlays and export. */
@customElement('lab-chart')
export class LabChart extends RunElement {
  @property({ attribute: false }) spec?: ChartSpec;
  @state() private tableShown = false;
  @state() private reading?: Reading;
  @state() private said = '';
  @state() private zoomed = false;
  private content: Content = NOTHING;
  private drawn?: Content;
  private seen = '';
  private summary = '';
  private summarisedAt = -Infinity;
  private readonly identities = new Identities();
  private plot?: Plot;
  private readonly keyboard = new ChartCursor();
  private readonly key = `chart-${++made}`;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.plot?.dispose();
    this.plot = undefined;
    this.drawn = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** Most events are about other figures: nothing is drawn again for them. */
  protected override runChanged(): void {
    const { store, spec } = this;
    if (!store || !spec) {
      return;
    }
    const content = contentOf(spec, store);
    const run = store.shown;
    const texts = fillValues(`${spec.title} ${spec.caption ?? ''}`, run);
    const seen = [stateOf(content, this.identities), texts, run?.outcome?.kind, !!store.waiting, store.pinned.length].join('\n');
    if (seen !== this.seen) {
      this.seen = seen;
      this.content = content;
      this.requestUpdate();
    }
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('spec')) {
      this.content = this.spec && this.store ? contentOf(this.spec, this.store) : NOTHING;
      this.seen = '';
    }
    // the summary reads every point: while points stream, once a second is enough
    const now = performance.now();
    if (this.spec && (this.store?.shown?.outcome || now - this.summarisedAt > 1000)) {
      this.summarisedAt = now;
      this.summary = (this.content.empty && this.absence(this.spec.absent)) || summaryOf(this.spec, this.content);
    }
  }

  protected override render() {
    const spec = this.spec;
    if (!spec) {
      return nothing;
    }
    const run = this.store?.shown ?? null;
    const title = fillValues(spec.title, run);
    const note = droppedText(this.content);
    const caption = [spec.caption ? fillValues(spec.caption, run) : '', note].filter(Boolean).join(' ');
    return html`<div class="figure-head"><h2>${title}</h2>${this.tools()}</div>
      ${this.partialMark()}
      <div class="plot" tabindex="0" role="application" aria-roledescription=${word('chart')} aria-label=${title} aria-describedby="${this.key}-summary"
        @keydown=${this.keys} @blur=${() => this.show(undefined)}>
        <div class="canvas"></div>
        ${this.cursor()} ${this.cover()}
      </div>
      ${this.legend()}
      ${caption ? html`<p class="cap">${caption}</p>` : nothing}
      <p class="unseen" id="${this.key}-summary">${this.summary} ${word('chartKeys')}</p>
      <p class="unseen" aria-live="polite">${this.said}</p>
      ${this.tableShown ? this.table(title) : nothing}`;
  }

  protected override updated(): void {
    const host = this.querySelector<HTMLElement>('.canvas');
    if (host && this.spec) {
      this.plot ??= new Plot(host, (reading) => (this.reading = reading), () => this.viewed());
      if (this.drawn !== this.content) {
        this.drawn = this.content;
        this.plot.show(this.spec, this.content);
      }
    }
  }

  private tools() {
    const pins = this.store?.pinned.length ?? 0;
    const ended = !!this.store?.shown?.outcome;
    const pinnedAlready = this.store?.pinned.some((pinned) => pinned.run === this.store?.shown) ?? false;
    return html`<div class="tools">
      ${this.zoomed ? html`<button type="button" class="btn" @click=${() => this.plot?.zoomBy(0)}>${word('zoomReset')}</button>` : nothing}
      <button type="button" class="btn" aria-expanded=${this.tableShown} @click=${() => (this.tableShown = !this.tableShown)}>${word('table')}</button>
      <lab-menu .label=${pins ? `${word('overlay')} ${pins}` : word('overlay')} @lab-pick=${this.overlay}
        .items=${[
          { key: 'pin', label: word('pin'), disabled: !ended || pinnedAlready },
          { key: 'unpin', label: word('unpinAll'), disabled: pins === 0 },
        ]}></lab-menu>
      <lab-menu .label=${word('export')} @lab-pick=${this.exported}
        .items=${(['png', 'svg', 'csv', 'json'] as const).map((key) => ({ key, label: word(`export.${key}`), disabled: this.content.empty }))}></lab-menu>
    </div>`;
  }

  /** What lies over the plot while there is nothing to draw. */
  private cover() {
    if (!this.content.empty) {
      return nothing;
    }
    const absent = this.absence(this.spec?.absent);
    return absent
      ? html`<p class="empty cover">— ${absent}</p>`
      : html`<div class="skeleton cover" aria-hidden="true"></div>`;
  }

  private cursor() {
    const reading = this.reading;
    if (!reading) {
      return nothing;
    }
    const width = this.clientWidth;
    const left = reading.x > width / 2;
    return html`<div class="crosshair" style="inset-inline-start:${reading.x}px"></div>
      ${reading.rows.map((row) => html`<i class="dot" style="inset-inline-start:${row.px}px;inset-block-start:${row.py}px;--c:var(--s${row.slot || 7})"></i>`)}
      <div class="readout" style=${left ? `inset-inline-end:calc(100% - ${reading.x - 12}px)` : `inset-inline-start:${reading.x + 12}px`}>
        <b>${reading.head}</b>
        ${reading.rows.slice(0, 10).map((row) => html`<span>${row.slot ? this.swatch(row.slot) : nothing}<em>${row.name}</em><strong>${row.text}</strong></span>`)}
      </div>`;
  }

  private swatch(slot: number) {
    return svg`<svg class="swatch" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" style="fill:var(--s${slot})"><path d=${MARK_PATHS[slot - 1] ?? ''} fill-rule="evenodd"></path></svg>`;
  }

  private legend() {
    const { traces, rules, marks, heat } = this.content;
    if (heat) {
      const [low, high] = rangeOf(heat.grid, heat.diverging);
      return html`<div class="legend heat"><span>${heat.name}</span><span class="num">${formatNumber(low)}</span><i style="background:${gradient(heat.diverging)}"></i><span class="num">${formatNumber(high)}</span></div>`;
    }
    const all = [...traces, ...marks, ...rules];
    const bases = new Map(all.map((one) => [one.base, one]));
    const runs = new Map(all.map((one) => [one.generation, one.run]));
    return html`<div class="legend" role="group" aria-label=${word('legend')}>
      ${[...bases.values()].map((one) => {
        const look = 'stroke' in one ? one.stroke : 'solid';
        return this.entry(one.base, one.label, html`<span class="key ${one.kind} ${look}" style="--c:var(--s${one.slot})">${one.kind === 'rule' ? nothing : this.swatch(one.slot)}</span>`);
      })}
      ${runs.size > 1
        ? html`<span class="runs">${[...runs].map(([generation, label]) =>
            this.entry(`#${generation}`, label || word('pinnedRun'), html`<span class="key line kept${generation % 5}" style="--c:var(--ink)"></span>`),
          )}</span>`
        : nothing}
    </div>`;
  }

  private entry(key: string, label: string, picture: unknown) {
    return html`<button type="button" aria-pressed=${!this.plot?.view.hidden.has(key)} @click=${() => this.toggle(key)}>${picture}${label}</button>`;
  }

  private table(title: string) {
    const spec = this.spec!;
    const rows = rowsOf(spec, this.content, this.plot?.x, this.plot?.y);
    const count = Math.min(TABLE_ROWS, rows.count);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
        <table class="data"><caption class="unseen">${title}</caption>
          <thead><tr>${rows.head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${Array.from({ length: count }, (_, i) => html`<tr>${rows.row(i).map((cell) => html`<td class=${typeof cell === 'number' ? 'num' : ''}>${formatCell(cell, 6)}</td>`)}</tr>`)}</tbody>
        </table></div>
      <p class="more">${rows.count > count ? word('rowsShown', count, rows.count) : word('rows', rows.count)}</p>`;
  }

  private toggle(key: string): void {
    const hidden = new Set(this.plot?.view.hidden);
    if (!hidden.delete(key)) {
      hidden.add(key);
    }
    if (this.plot) {
      this.plot.view = { ...this.plot.view, hidden };
      this.plot.draw();
    }
    this.show(undefined);
    this.requestUpdate();
  }

  private viewed(): void {
    this.zoomed = this.plot?.view.x !== undefined;
    this.reading = undefined;
  }

  private show(reading: Reading | undefined): void {
    this.reading = reading;
    if (!reading) {
      this.said = '';
    }
  }

  private keys(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey || !this.plot) {
      return;
    }
    if ('+=-0'.includes(event.key)) {
      this.plot.zoomBy(event.key === '0' ? 0 : event.key === '-' ? 1.6 : 1 / 1.6);
      event.preventDefault();
    } else if (event.key === 'Escape') {
      this.show(undefined);
    } else if (this.keyboard.move(event, this.plot.visible(), this.content.heat)) {
      event.preventDefault();
      const { trace, index, row } = this.keyboard;
      this.reading = this.plot.readingOf(trace, index, row);
      this.said = this.keyboard.words(this.plot.x, this.plot.y, this.content.heat);
    }
  }

  private overlay(event: CustomEvent<string>): void {
    if (event.detail === 'pin') {
      this.store?.pin();
    } else {
      this.store?.unpinAll();
    }
  }

  private exported(event: CustomEvent<string>): void {
    const run = this.store?.shown;
    if (this.spec && run && this.plot) {
      void save(event.detail as ExportKind, { spec: this.spec, content: this.content, plot: this.plot, run });
    }
  }
}
