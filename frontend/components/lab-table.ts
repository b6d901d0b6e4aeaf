import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Cell } from '../run/run-types.js';
import { fillValues, formatCell, isBigInteger } from '../text/numbers.js';
import { word, wordOr } from '../text/words.js';
import { RunElement } from './lab-element.js';

interface TableSpec {
  id: string;
  title: string;
  caption?: string;
  columns: { name: string; label: string; unit?: string }[];
  absent?: string;
}

const FIRST = 200;

/** A longer text is set as a passage with its line breaks. */
const PASSAGE = 60;

/** A table of the run. */
@customElement('lab-table')
export class LabTable extends RunElement {
  @property({ attribute: false }) spec?: TableSpec;
  @state() private all = false;

  protected override render() {
    const spec = this.spec;
    if (!spec) {
      return nothing;
    }
    const run = this.store?.shown ?? null;
    const rows = run?.tables.get(spec.id)?.rows ?? [];
    const shown = this.all ? rows : rows.slice(0, FIRST);
    const title = fillValues(spec.title, run);
    const absent = rows.length === 0 ? this.absence(spec.absent) : '';
    return html`<h2>${title}</h2>
      ${this.partialMark()}
      ${absent
        ? html`<p class="empty">— ${absent}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
            <table class="data" aria-busy=${rows.length === 0}>
              <thead>
                <tr>${spec.columns.map((c, i) => html`<th scope="col" class=${typeof rows[0]?.[i] === 'number' || isBigInteger(rows[0]?.[i]) ? 'num' : ''}>${c.label}${c.unit ? html` <small>(${c.unit})</small>` : nothing}</th>`)}</tr>
              </thead>
              <tbody>
                ${rows.length === 0
                  ? [1, 2, 3].map(() => html`<tr>${spec.columns.map(() => html`<td><span class="skeleton line"></span></td>`)}</tr>`)
                  : shown.map((row) => html`<tr>${spec.columns.map((_, i) => this.cell(row[i]))}</tr>`)}
              </tbody>
            </table>
          </div>`}
      ${rows.length > shown.length
        ? html`<p class="more">${word('rowsShown', shown.length, rows.length)}
            <button type="button" class="btn" @click=${() => (this.all = true)}>${word('showAll')}</button></p>`
        : nothing}
      ${spec.caption ? html`<p class="cap">${fillValues(spec.caption, run)}</p>` : nothing}`;
  }

  private cell(value: Cell | undefined) {
    if (typeof value === 'boolean') {
      return html`<td class=${value ? 'yes' : 'no'}><span aria-hidden="true">${value ? '✓' : '✗'}</span><span class="unseen">${word(value ? 'yes' : 'no')}</span></td>`;
    }
    if (typeof value === 'string' && !isBigInteger(value) && !/^(NaN|-?Infinity)$/.test(value)) {
      const written = String(value);
      const said = wordOr(`choice.${written}`, written);
      return said === written && written.length > PASSAGE ? html`<td><pre>${written}</pre></td>` : html`<td>${said}</td>`;
    }
    const text = formatCell(value, 5);
    return html`<td class=${text.length > 40 ? 'num big' : 'num'}>${text}</td>`;
  }
}
