import { html, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Drawn } from './lab-bitmap.js';
import { LabElement } from './lab-element.js';
import { word } from '../text/words.js';

type Point = [number, number];

/** Side of the drawing in its own units. */
const SIDE = 200;
/** How near counts as the same point. */
const NEAR = 10;

/** Points dropped on a plane by mouse, finger or keyboard; the value is `x:y,x:y`. There is always one. */
@customElement('lab-points')
export class LabPoints extends LabElement {
  @property({ type: Number }) min = -1;
  @property({ type: Number }) max = 1;
  @property({ type: Number }) most = 12;
  @property() value = '';
  @property() label = '';
  @state() private cursor: Point = [SIDE / 2, SIDE / 2];
  @state() private said = '';
  private points: Point[] = [];
  private held = -1;
  private fresh = false;
  private moved = false;

  protected override willUpdate(): void {
    if (this.held < 0) {
      this.points = this.value
        .split(',')
        .map((text) => text.split(':').map(Number) as Point)
        .filter((p) => p.length === 2 && p.every(Number.isFinite));
    }
  }

  protected override render() {
    const zero = this.place([0, 0]);
    return html`<div class="pad points" role="application" tabindex="0" aria-label=${word('pad.points', this.label, this.points.length, this.most)}
        @keydown=${this.key} @pointerdown=${this.down} @pointermove=${this.move} @pointerup=${this.up} @pointercancel=${this.up}>
        <svg viewBox="0 0 ${SIDE} ${SIDE}" aria-hidden="true">
          <line class="rule" x1=${zero[0]} x2=${zero[0]} y1="0" y2=${SIDE}></line>
          <line class="rule" x1="0" x2=${SIDE} y1=${zero[1]} y2=${zero[1]}></line>
          ${this.points.map((p, i) => {
            const [x, y] = this.place(p);
            return svg`<circle class="ink ${i === this.held ? 'held' : ''}" cx=${x} cy=${y} r="5"></circle><text class="order" text-anchor=${x > SIDE - 16 ? 'end' : 'start'} x=${x > SIDE - 16 ? x - 7 : x + 7} y=${Math.max(10, y - 5)}>${i + 1}</text>`;
          })}
          <path class="cursor" d="M${this.cursor[0] - 7} ${this.cursor[1]}h14M${this.cursor[0]} ${this.cursor[1] - 7}v14"></path>
        </svg>
      </div>
      <span class="unseen" role="status">${this.said}</span>`;
  }

  private place([x, y]: Point): Point {
    const unit = SIDE / (this.max - this.min);
    return [(x - this.min) * unit, (this.max - y) * unit];
  }

  /** The point at a place, with as many decimals as a hand can mean. */
  private point([px, py]: Point): Point {
    const unit = (this.max - this.min) / SIDE;
    const digits = Math.max(0, Math.ceil(-Math.log10(unit)));
    const rounded = (value: number) => Number(Math.min(this.max, Math.max(this.min, value)).toFixed(digits)) + 0;
    return [rounded(this.min + px * unit), rounded(this.max - py * unit)];
  }

  private at(event: PointerEvent): Point {
    const box = (this.querySelector('svg') as SVGElement).getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
  }

  private nearest([px, py]: Point): number {
    const distances = this.points.map((p) => Math.hypot(this.place(p)[0] - px, this.place(p)[1] - py));
    const least = Math.min(...distances);
    return least <= NEAR ? distances.indexOf(least) : -1;
  }

  private down(event: PointerEvent): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    const at = this.at(event);
    const near = this.nearest(at);
    this.moved = false;
    this.fresh = near < 0;
    this.cursor = at;
    if (near >= 0) {
      this.held = near;
    } else if (this.drop(at)) {
      this.held = this.points.length - 1;
    }
    this.requestUpdate();
  }

  private move(event: PointerEvent): void {
    if (this.held < 0) {
      return;
    }
    const at = this.at(event);
    this.moved ||= Math.hypot(at[0] - this.cursor[0], at[1] - this.cursor[1]) > 3;
    if (this.moved) {
      this.points[this.held] = this.point(at);
      this.cursor = this.place(this.points[this.held]!);
      this.tell(false);
    }
  }

  private up(): void {
    if (this.held < 0) {
      return;
    }
    const held = this.held;
    this.held = -1;
    if (!this.moved && !this.fresh) {
      this.takeAway(held);
    }
    this.tell(true);
  }

  private drop(at: Point): boolean {
    if (this.points.length >= this.most) {
      this.said = word('pad.full', this.most);
      return false;
    }
    const point = this.point(at);
    this.points.push(point);
    this.said = word('pad.dropped', point[0], point[1]);
    return true;
  }

  private takeAway(index: number): void {
    if (this.points.length > 1) {
      const [gone] = this.points.splice(index, 1);
      this.said = word('pad.removed', gone![0], gone![1]);
    } else {
      this.said = word('pad.lastOne');
    }
  }

  private key(event: KeyboardEvent): void {
    const step = event.shiftKey ? 1 : 10;
    const by: Record<string, Point> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const move = by[event.key];
    if (move) {
      const inside = (value: number) => Math.min(SIDE, Math.max(0, value));
      this.cursor = [inside(this.cursor[0] + move[0]), inside(this.cursor[1] + move[1])];
      const [x, y] = this.point(this.cursor);
      this.said = word(this.nearest(this.cursor) < 0 ? 'pad.at' : 'pad.atPoint', x, y);
    } else if (event.key === ' ' || event.key === 'Enter') {
      const near = this.nearest(this.cursor);
      if (near >= 0) {
        this.takeAway(near);
      } else {
        this.drop(this.cursor);
      }
      this.tell(true);
    } else {
      return;
    }
    event.preventDefault();
  }

  private tell(settled: boolean): void {
    this.value = this.points.map(([x, y]) => `${x}:${y}`).join(',');
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent<Drawn>('drawn', { detail: { value: this.value, settled } }));
  }
}
