import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { renderTex } from '../text/tex.js';

/** One formula, drawn by KaTeX in light DOM. */
@customElement('lab-math')
export class LabMath extends LitElement {
  @property() tex = '';
  @property({ type: Boolean }) display = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  // Lit must not touch the children: they are KaTeX's
  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    this.classList.toggle('display', this.display);
    renderTex(this.holder(), this.tex, this.display);
  }

  private holder(): HTMLElement {
    let holder = this.querySelector<HTMLElement>(':scope > span.tex');
    if (!holder) {
      holder = document.createElement('span');
      holder.className = 'tex';
      this.appendChild(holder);
    }
    return holder;
  }
}
