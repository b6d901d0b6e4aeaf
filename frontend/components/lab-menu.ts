import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LabElement } from './lab-element.js';

export interface MenuItem {
  key: string;
  label: string;
  disabled?: boolean;
}

/** A button with a small menu; fires `lab-pick` with the key of the chosen item. */
@customElement('lab-menu')
export class LabMenu extends LabElement {
  @property() label = '';
  @property({ attribute: false }) items: MenuItem[] = [];
  @state() private open = false;

  protected override render() {
    return html`<button type="button" class="btn" aria-haspopup="menu" aria-expanded=${this.open} @click=${this.toggle}>${this.label}</button>
      ${this.open
        ? html`<div class="menu" role="menu" aria-label=${this.label} @keydown=${this.keys} @focusout=${this.left}>
            ${this.items.map((item) => html`<button type="button" role="menuitem" tabindex="-1" ?disabled=${item.disabled} @click=${() => this.pick(item)}>${item.label}</button>`)}
          </div>`
        : nothing}`;
  }

  private async toggle(): Promise<void> {
    this.open = !this.open;
    await this.updateComplete;
    this.entries()[0]?.focus();
  }

  private entries(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('[role=menuitem]:not(:disabled)')];
  }

  private pick(item: MenuItem): void {
    this.shut();
    this.dispatchEvent(new CustomEvent('lab-pick', { detail: item.key }));
  }

  private shut(): void {
    this.open = false;
    this.querySelector('button')?.focus();
  }

  private left(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) {
      this.open = false;
    }
  }

  private keys(event: KeyboardEvent): void {
    const entries = this.entries();
    const at = entries.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') {
      this.shut();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      entries[(at + (event.key === 'ArrowDown' ? 1 : entries.length - 1)) % entries.length]?.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
