import { html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { bitsOf, hexOf, lineBetween } from './bitmap-bits.js';
import { LabElement } from './lab-element.js';
import { word } from '../text/words.js';

/** What a drawing pad tells: the whole value as text, and whether the hand has been lifted. */
export interface Drawn {
  value: string;
  settled: boolean;
}

/** A small picture that is drawn by mouse, finger or keyboard; its value is the hexadecimal text of its bits. */
@customElement('lab-bitmap')
export class LabBitmap extends LabElement {
  @property({ type: Number }) columns = 8;
  @property({ type: Number }) rows = 8;
  @property() value = '';
  @property() label = '';
  @state() private cursor = 0;
  @state() private said = '';
  private bits: boolean[] = [];
  private ink = true;
  private last = -1;

  protected override willUpdate(): void {
    if (this.last < 0) {
      this.bits = bitsOf(this.value, this.columns * this.rows);
    }
  }

  protected override render() {
    const { columns, rows } = this;
    const lit = this.bits.map((on, i) => (on ? `M${i % columns} ${Math.floor(i / columns)}h1v1h-1z` : '')).join('');
    return html`<div class="pad bitmap" role="application" tabindex="0" aria-label=${word('pad.bitmap', this.label, columns, rows)}
        @keydown=${this.key} @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @pointercancel=${this.up}>
        <svg viewBox="0 0 ${columns} ${rows}" aria-hidden="true">
          ${Array.from({ length: columns - 1 }, (_, i) => svg`<line class="rule" x1=${i + 1} x2=${i + 1} y1="0" y2=${rows}></line>`)}
          ${Array.from({ length: rows - 1 }, (_, i) => svg`<line class="rule" x1="0" x2=${columns} y1=${i + 1} y2=${i + 1}></line>`)}
          <path class="ink" d=${lit}></path>
          <rect class="cursor" x=${this.cursor % columns} y=${Math.floor(this.cursor / columns)} width="1" height="1"></rect>
        </svg>
      </div>
      <span class="unseen" role="status">${this.said}</span>
      <div class="row">
        <button type="button" class="btn" @click=${() => this.all(() => false)}>${word('pad.clear')}</button>
        <button type="button" class="btn" @click=${() => this.all((on) => !on)}>${word('pad.invert')}</button>
      </div>`;
  }

  private at(event: PointerEvent): number {
    const box = (this.querySelector('svg') as SVGElement).getBoundingClientRect();
    const clamp = (part: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(part * count)));
    return clamp((event.clientY - box.top) / box.height, this.rows) * this.columns + clamp((event.clientX - box.left) / box.width, this.columns);
  }

  private down(event: PointerEvent): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.last = this.at(event);
    this.ink = !this.bits[this.last];
    this.paint(this.last);
  }

  private move(event: PointerEvent): void {
    if (this.last >= 0) {
      const next = this.at(event);
      if (next !== this.last) {
        this.paint(next);
      }
    }
  }

  private up(): void {
    if (this.last >= 0) {
      this.last = -1;
      this.tell(true);
    }
  }

  private paint(pixel: number): void {
    lineBetween(this.last, pixel, this.columns).forEach((i) => (this.bits[i] = this.ink));
    this.last = pixel;
    this.cursor = pixel;
    this.tell(false);
  }

  private key(event: KeyboardEvent): void {
    const { columns, rows, cursor } = this;
    const x = cursor % columns;
    const y = Math.floor(cursor / columns);
    const to: Record<string, [number, number]> = { ArrowLeft: [x - 1, y], ArrowRight: [x + 1, y], ArrowUp: [x, y - 1], ArrowDown: [x, y + 1], Home: [0, y], End: [columns - 1, y] };
    const target = to[event.key];
    if (target) {
      this.cursor = Math.min(rows - 1, Math.max(0, target[1])) * columns + Math.min(columns - 1, Math.max(0, target[0]));
    } else if (event.key === ' ' || event.key === 'Enter') {
      this.bits[cursor] = !this.bits[cursor];
      this.tell(true);
    } else {
      return;
    }
    event.preventDefault();
    this.said = word(this.bits[this.cursor] ? 'pad.set' : 'pad.unset', Math.floor(this.cursor / columns) + 1, (this.cursor % columns) + 1);
  }

  private all(change: (on: boolean) => boolean): void {
    this.bits = this.bits.map(change);
    this.tell(true);
  }

  private tell(settled: boolean): void {
    this.value = hexOf(this.bits);
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent<Drawn>('drawn', { detail: { value: this.value, settled } }));
  }
}
