import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { word } from '../text/words.js';
import { LabElement } from './lab-element.js';

/** Copies `text` (with the site's address for `{origin}`), or the page's address where there is none, and says so. */
@customElement('lab-copy')
export class LabCopy extends LabElement {
  @property() text = '';
  /** the button's label */
  @property() label = '';
  /** what it says after copying */
  @property() done = '';
  @state() private said = '';
  private timer = 0;

  protected override render() {
    return html`<button type="button" class="btn" @click=${this.copyText}>${this.said || this.label || word('copy')}</button
      ><span class="unseen" role="status">${this.said}</span>`;
  }

  private async copyText(): Promise<void> {
    const copied = await copy(this.text.replaceAll('{origin}', location.origin) || location.href);
    this.said = copied ? this.done || word('copied') : word('copyFailed');
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.said = ''), 2000);
  }
}

/** To the clipboard; through a hidden field where the page may not use the clipboard itself. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
    const focused = document.activeElement as HTMLElement | null;
    document.body.appendChild(field);
    field.select();
    const copied = document.execCommand('copy');
    field.parentNode?.removeChild(field);
    focused?.focus();
    return copied;
  }
}
