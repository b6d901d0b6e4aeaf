import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatCell } from '../text/numbers.js';
import { wordOr } from '../text/words.js';
import { RunElement } from './lab-element.js';

interface TilesSpec {
  id: string;
  title: string;
  values: { name: string; label: string; unit?: string; absent?: string }[];
}

/** Values of the run as labelled numbers. */
@customElement('lab-tiles')
export class LabTiles extends RunElement {
  @property({ attribute: false }) spec?: TilesSpec;

  protected override render() {
    const spec = this.spec;
    if (!spec) {
      return nothing;
    }
    const run = this.store?.shown;
    const runs = this.store?.pinned.filter((pinned) => pinned.run !== run) ?? [];
    return html`${spec.title ? html`<h2>${spec.title}</h2>` : nothing}
      ${this.partialMark()}
      <dl class="tiles">
        ${spec.values.map((value) => {
          const found = run?.values.get(value.name);
          const unit = found?.unit ?? value.unit;
          const text = found ? this.cellText(found.value) : '';
          const absent = found ? '' : this.absence(value.absent);
          return html`<div class="tile" data-name=${value.name}>
            <dt>${value.label}</dt>
            ${absent
              ? html`<dd class="absent">— <small>${absent}</small></dd>`
              : html`<dd class=${text.length > 24 ? 'long num' : 'num'}>
                  ${found ? html`${text}${unit ? html`<small> ${unit}</small>` : nothing}` : html`<span class="skeleton line"></span>`}
                </dd>`}
            ${runs.map((pinned) => {
              const old = pinned.run.values.get(value.name);
              return old ? html`<dd class="old num" title=${pinned.label}>${this.cellText(old.value)} <small>${pinned.label}</small></dd>` : nothing;
            })}
          </div>`;
        })}
      </dl>`;
  }

  private cellText(value: string | number | boolean): string {
    return typeof value === 'string' ? wordOr(`choice.${value}`, formatCell(value)) : formatCell(value, 5);
  }
}
