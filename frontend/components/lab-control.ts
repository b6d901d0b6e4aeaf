import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { grouped, formatNumber } from '../text/numbers.js';
import { word } from '../text/words.js';
import { ChangePacer, type LabChange } from './change-pacer.js';
import { sliderScale, type ControlSpec, type SliderScale } from './control-scale.js';
import { LabElement } from './lab-element.js';
import type { Drawn } from './lab-bitmap.js';
import './lab-bitmap.js';
import './lab-math.js';
import './lab-points.js';

let made = 0;

/** 1e-8 for the canonical 1.0E-8. */
const shortExponents = (value: string) => value.replace(/(\.0)?E/g, 'e');

/**
 * The control of one parameter. What is typed is sent as it is: the server judges it and alone reads numbers, so
 * that there is one grammar. A field that has the focus is never overwritten, and a refused text stays in it, while
 * slider and pad stay where the last accepted value or the hand put them.
 */
@customElement('lab-control')
export class LabControl extends LabElement {
  @property({ attribute: false }) spec?: ControlSpec;
  @property() value = '';
  @property() error = '';
  /** the value in canonical form that the server took last: what a typed text came to, after it was judged */
  @property() accepted = '';
  /** what the field shows; differs from `value` while someone types or after a refusal */
  @state() private text = '';
  @state() private helpShown = false;
  @state() private dragging = false;
  private readonly key = `ctl-${++made}`;
  private readonly pacer = new ChangePacer((change) => {
    this.said = change.value;
    this.value = change.value;
    this.dispatchEvent(new CustomEvent<LabChange>('lab-change', { detail: change, bubbles: true, composed: true }));
  });
  private scale?: SliderScale;
  /** where slider and pad stand, in canonical form: never a text that someone typed */
  private stand = '';
  /** what this control said last; any other value was set by the server */
  private said?: string;
  private byHand = false;
  /** someone types: the text in the field is theirs */
  private typed = false;
  private unsettled = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pacer.drop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('spec') && this.spec) {
      this.scale = this.spec.kind === 'integer' || this.spec.kind === 'decimal' ? sliderScale(this.spec) : undefined;
    }
    if (changed.has('value') && !this.typed && !this.dragging) {
      this.text = this.shownText(this.value);
    }
    const isSet = changed.has('value') && this.value !== this.said;
    const isJudged = (changed.has('accepted') || changed.has('error')) && this.error === '' && this.accepted !== '';
    if (isSet && !this.dragging) {
      this.stand = this.accepted || this.value;
      this.byHand = false;
    } else if (isJudged && !this.dragging && !this.byHand) {
      this.stand = this.accepted;
    }
  }

  protected override render() {
    const spec = this.spec;
    if (!spec) {
      return nothing;
    }
    const group = spec.kind === 'choices' || spec.kind === 'bitmap' || spec.kind === 'points';
    const name = html`<span class="name" id="${this.key}-name">${spec.label}</span>`;
    return html`<div class="ctl ${spec.kind} ${this.error ? 'refused' : ''}" role=${group ? 'group' : nothing} aria-labelledby=${group ? `${this.key}-name` : nothing}>
      <div class="head">
        ${group ? name : html`<label for="${this.key}-field">${name}</label>`}
        ${spec.help
          ? html`<button type="button" class="help" aria-expanded=${this.helpShown} aria-controls="${this.key}-help"
              aria-label=${word('help', spec.label)} @click=${() => (this.helpShown = !this.helpShown)}>?</button>`
          : nothing}
        ${spec.symbol ? html`<lab-math class="sym" aria-hidden="true" .tex=${spec.symbol}></lab-math>` : nothing}
      </div>
      ${this.field(spec)}
      ${this.error ? html`<p class="error" id="${this.key}-error">${this.error}</p>` : nothing}
      ${spec.help ? html`<p class="helptext" id="${this.key}-help" ?hidden=${!this.helpShown}>${spec.help}${spec.allowed ? html` <span class="allowed">${spec.allowed}</span>` : nothing}</p>` : nothing}
    </div>`;
  }

  private field(spec: ControlSpec) {
    switch (spec.kind) {
      case 'integer':
      case 'decimal':
        return html`<div class="pair">${this.slider(spec)}${this.typing('decimal')}</div>`;
      case 'seed':
        return html`<div class="pair seed">${this.typing('numeric')}
          <button type="button" class="btn dice" aria-label=${word('dice')} title=${word('dice')} @click=${this.roll}><span aria-hidden="true">⚄</span></button></div>`;
      case 'natural':
        return html`<textarea id="${this.key}-field" rows=${Math.min(4, Math.max(1, Math.ceil(this.text.length / 30)))} spellcheck="false" autocomplete="off" inputmode="text"
          aria-invalid=${this.error ? 'true' : nothing} aria-describedby=${this.error ? `${this.key}-error` : nothing}
          .value=${live(this.text)} @input=${this.type} @keydown=${this.enter} @blur=${this.end}></textarea>`;
      case 'flag':
        return html`<input class="switch" role="switch" type="checkbox" id="${this.key}-field" .checked=${live(this.value === 'true')} aria-describedby=${this.error ? `${this.key}-error` : nothing}
          @change=${(event: Event) => this.settle(String((event.target as HTMLInputElement).checked))} />`;
      case 'choice':
        return html`<select id="${this.key}-field" aria-invalid=${this.error ? 'true' : nothing} aria-describedby=${this.error ? `${this.key}-error` : nothing}
          @change=${(event: Event) => this.settle((event.target as HTMLSelectElement).value)}>
          ${(spec.choices ?? []).map((choice) => html`<option value=${choice.value} .selected=${choice.value === this.value}>${choice.label}</option>`)}</select>`;
      case 'choices':
        return html`<div class="choices">${(spec.choices ?? []).map(
          (choice) => html`<label><input type="checkbox" .checked=${live(this.value.split(',').includes(choice.value))}
            @change=${(event: Event) => this.toggle(choice.value, (event.target as HTMLInputElement).checked)} /> ${choice.label}</label>`,
        )}</div>`;
      case 'bitmap':
        return html`<lab-bitmap .columns=${spec.width ?? 8} .rows=${spec.height ?? 8} .value=${this.value} .label=${spec.label} @drawn=${this.drawn}></lab-bitmap>`;
      case 'points':
        return html`<lab-points .min=${Number(spec.min)} .max=${Number(spec.max)} .most=${spec.maxItems ?? 12} .value=${this.stand} .label=${spec.label} @drawn=${this.drawn}></lab-points>
          ${this.typing('text')}`;
      case 'integers':
      case 'decimals':
        return this.typing('text');
    }
  }

  private slider(spec: ControlSpec) {
    const scale = this.scale;
    const at = Number(this.stand || spec.defaultValue);
    return scale
      ? html`<input type="range" min="0" max=${scale.steps} step="1" .value=${live(String(Math.round(scale.position(at))))}
          aria-labelledby="${this.key}-name" aria-valuetext=${formatNumber(at)} title=${spec.allowed ?? ''}
          @input=${(event: Event) => this.slide(event, false)} @change=${(event: Event) => this.slide(event, true)} />`
      : nothing;
  }

  private drawn = (event: CustomEvent<Drawn>) => {
    const { value, settled } = event.detail;
    this.put(value, settled);
    this.text = this.shownText(value);
    this.pacer.send({ name: this.spec?.name ?? '', value, settled });
  };

  /** A hand put slider or pad there; what the server says of values on the way does not move them back. */
  private put(value: string, settled: boolean): void {
    this.dragging = !settled;
    this.typed = false;
    this.unsettled = false;
    this.byHand = true;
    this.stand = value;
  }

  private typing(mode: string) {
    return html`<input type="text" id="${this.key}-field" aria-labelledby=${this.spec?.kind === 'points' ? `${this.key}-name` : nothing} inputmode=${mode === 'numeric' ? 'numeric' : nothing} spellcheck="false" autocomplete="off"
      aria-invalid=${this.error ? 'true' : nothing} aria-describedby=${this.error ? `${this.key}-error` : nothing}
      .value=${live(this.text)} @input=${this.type} @keydown=${this.enter} @blur=${this.end} />`;
  }

  private shownText(value: string): string {
    switch (this.spec?.kind) {
      case 'natural':
        return /^\d{4,}$/.test(value) ? grouped(value).replace(/[\u202f\u2009]/g, ' ') : value;
      case 'decimal':
        return shortExponents(value);
      case 'integers':
      case 'decimals':
      case 'points':
        return shortExponents(value).replace(/,\s*/g, ', ');
      default:
        return value;
    }
  }

  private slide(event: Event, settled: boolean): void {
    const position = Number((event.target as HTMLInputElement).value);
    const value = this.scale?.at(position) ?? 0;
    this.put(plain(value), settled);
    this.text = this.stand;
    this.pacer.send({ name: this.spec?.name ?? '', value: this.text, settled });
  }

  private type(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.typed = true;
    this.byHand = false;
    this.unsettled = true;
    this.pacer.send({ name: this.spec?.name ?? '', value: this.text, settled: false });
  }

  private enter(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      this.settle(this.text);
    }
  }

  private end(): void {
    if (this.unsettled) {
      this.settle(this.text);
    }
  }

  private roll(): void {
    const max = Math.min(Number(this.spec?.max ?? 999999999), 999999999);
    this.text = String((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % (max + 1));
    this.settle(this.text);
  }

  private toggle(choice: string, on: boolean): void {
    const chosen = new Set(this.value.split(',').filter(Boolean));
    if (on) {
      chosen.add(choice);
    } else {
      chosen.delete(choice);
    }
    const ordered = (this.spec?.choices ?? []).map((one) => one.value).filter((value) => chosen.has(value));
    this.settle(ordered.join(','));
  }

  private settle(value: string): void {
    this.typed = false;
    this.unsettled = false;
    this.pacer.send({ name: this.spec?.name ?? '', value, settled: true });
  }
}

/** Plain digits, never 1e+21. */
function plain(value: number): string {
  return Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);
}
