import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Images } from '../run/run-types.js';
import { fillValues } from '../text/numbers.js';
import { word } from '../text/words.js';
import { RunElement } from './lab-element.js';

interface ImagesSpec {
  id: string;
  title: string;
  caption?: string;
  columns: number;
  absent?: string;
}

/** A batch of images on a canvas, each pixel as it is. */
@customElement('lab-images')
export class LabImages extends RunElement {
  @property({ attribute: false }) spec?: ImagesSpec;
  private drawn?: Images;

  protected override render() {
    const spec = this.spec;
    if (!spec) {
      return nothing;
    }
    const run = this.store?.shown ?? null;
    const images = run?.images.get(spec.id);
    const absent = images ? '' : this.absence(spec.absent);
    return html`<h2>${fillValues(spec.title, run)}</h2>
      ${this.partialMark()}
      ${images
        ? html`<canvas role="img" aria-label=${word('images', images.count, images.width, images.height, fillValues(spec.title, run))}></canvas>`
        : absent
          ? html`<p class="empty">— ${absent}</p>`
          : html`<div class="skeleton block"></div>`}
      ${spec.caption ? html`<p class="cap">${fillValues(spec.caption, run)}</p>` : nothing}`;
  }

  protected override updated(): void {
    const images = this.store?.shown?.images.get(this.spec?.id ?? '');
    const canvas = this.querySelector('canvas');
    if (images && canvas && (this.drawn !== images || canvas.dataset.id !== this.spec?.id)) {
      this.drawn = images;
      canvas.dataset.id = this.spec?.id ?? '';
      draw(canvas, images, this.spec?.columns || Math.ceil(Math.sqrt(images.count)));
    }
  }
}

/** One pixel of gap between images; the style sheet enlarges the canvas without smoothing. */
function draw(canvas: HTMLCanvasElement, images: Images, wanted: number): void {
  const { width, height, channels, count } = images;
  const columns = Math.max(1, Math.min(wanted, count));
  const rows = Math.ceil(count / columns);
  canvas.width = columns * (width + 1) - 1;
  canvas.height = rows * (height + 1) - 1;
  canvas.style.setProperty('--natural', `${canvas.width * Math.max(1, Math.floor(720 / canvas.width))}px`);
  const bytes = Uint8Array.from(atob(images.data), (c) => c.charCodeAt(0));
  const context = canvas.getContext('2d');
  for (let image = 0; context && image < count; image++) {
    const pixels = context.createImageData(width, height);
    for (let p = 0; p < width * height; p++) {
      const from = (image * width * height + p) * channels;
      for (let c = 0; c < 3; c++) {
        pixels.data[4 * p + c] = bytes[from + (channels >= 3 ? c : 0)] ?? 0;
      }
      pixels.data[4 * p + 3] = channels === 4 ? (bytes[from + 3] ?? 255) : 255;
    }
    context.putImageData(pixels, (image % columns) * (width + 1), Math.floor(image / columns) * (height + 1));
  }
}
