import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Cell } from '../run/run-types.js';
import { fillValues, formatCell } from '../text/numbers.js';
import { RunElement } from './lab-element.js';

interface TreeSpec {
  id: string;
  title: string;
  caption?: string;
  /** level (the root's is 0), what stands there, its value, its size */
  columns: { name: string; label: string }[];
  absent?: string;
}

/**
 * A table of the run whose rows are the nodes of a tree in reading order. A closed node shows its value,
 * an open one what it is made of; nodes are the browser's own disclosures, so keys and readers work.
 */
@customElement('lab-tree')
export class LabTree extends RunElement {
  @property({ attribute: false }) spec?: TreeSpec;
  private rows: Cell[][] = [];
  private open = new Set<number>([0]);

  protected override render() {
    const spec = this.spec;
    if (!spec) {
      return nothing;
    }
    const run = this.store?.shown ?? null;
    const rows = run?.tables.get(spec.id)?.rows ?? [];
    if (rows !== this.rows) {
      this.rows = rows;
      this.open = new Set([0]);
    }
    const title = fillValues(spec.title, run);
    const absent = rows.length ? '' : this.absence(spec.absent);
    return html`<h2>${title}</h2>
      ${this.partialMark()}
      ${rows.length > 0
        ? html`<ul class="tree" aria-label=${title}>${this.node(0)}</ul>`
        : absent
          ? html`<p class="empty">— ${absent}</p>`
          : html`<div class="skeleton block"></div>`}
      ${spec.caption ? html`<p class="cap">${fillValues(spec.caption, run)}</p>` : nothing}`;
  }

  private node(index: number): TemplateResult {
    const [level, text, value, size] = this.rows[index]!;
    if (!(Number(this.rows[index + 1]?.[0]) > Number(level))) {
      return html`<li class="leaf">${text}</li>`;
    }
    const open = this.open.has(index);
    return html`<li>
      <details .open=${open} @toggle=${(e: Event) => this.toggled(e, index)}>
        <summary><b>${text}</b> <small>${formatCell(size)} ${this.spec?.columns[3]?.label}</small> <span class="value">= ${formatCell(value)}</span></summary>
        ${open ? html`<ul>${this.nodesBelow(index).map((child) => this.node(child))}</ul>` : nothing}
      </details>
    </li>`;
  }

  private nodesBelow(index: number): number[] {
    const level = Number(this.rows[index]![0]);
    const found: number[] = [];
    for (let i = index + 1; i < this.rows.length && Number(this.rows[i]![0]) > level; i++) {
      if (Number(this.rows[i]![0]) === level + 1) {
        found.push(i);
      }
    }
    return found;
  }

  private toggled(event: Event, index: number): void {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open !== this.open.has(index)) {
      open ? this.open.add(index) : this.open.delete(index);
      this.requestUpdate();
    }
  }
}
