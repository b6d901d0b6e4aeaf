import katex from 'katex';
import 'katex/dist/katex.css';
import { copyOnce } from './copy-once.js';

copyOnce();

/** One formula; `trust` stays off, so that TeX can bring neither links nor HTML. */
export function render(host: HTMLElement, tex: string, display: boolean): void {
  katex.render(tex, host, { displayMode: display, throwOnError: false, strict: 'ignore', maxExpand: 500, maxSize: 20 });
}
