import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { texOf } from '../text/tex.js';
import './lab-math.js';
import { RunElement } from './lab-element.js';

interface EquationSpec {
  id: string;
  title: string;
  tex: string;
}

/** A formula with the run's values in the places of `{{name}}`. */
@customElement('lab-equation')
export class LabEquation extends RunElement {
  @property({ attribute: false }) spec?: EquationSpec;

  protected override render() {
    if (!this.spec) {
      return nothing;
    }
    const run = this.store?.shown;
    // braces only after ^ and _: a group would keep a long number from breaking
    const tex = this.spec.tex.replace(/([\^_]?)\{\{([\w.]+)\}\}/g, (_, before, name) => {
      const found = run?.values.get(name);
      const value = !found && run?.outcome ? '\\text{—}' : texOf(found?.value);
      return before ? `${before}{${value}}` : value;
    });
    // display style without display mode: only inline formulas may break between lines
    return html`${this.spec.title ? html`<h2>${this.spec.title}</h2>` : nothing}
      ${this.partialMark()}
      <div class="equation" tabindex="0" role="group" aria-label=${this.spec.title || this.spec.id}>
        <lab-math .tex=${`\\displaystyle ${tex}`}></lab-math>
      </div>`;
  }
}
