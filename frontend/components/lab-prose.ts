import { loadTex, renderTex } from '../text/tex.js';

const PRINT = window.matchMedia('print');
const AT_ONCE = 4;
const PAUSE_MILLIS = 60;

/**
 * The explanation. Its HTML comes from the server's own Markdown files (never from a visitor). Formulas are
 * drawn by KaTeX: first those near the screen, the others when the browser is idle, all of them before printing, so that
 * none exists only after scrolling; a section whose parameters are moved lights up.
 */
export class LabProse extends HTMLElement {
  private given = '';
  private near?: IntersectionObserver;
  private idle = 0;
  /** a formula that is wider than the page scrolls, so keys must reach it */
  private readonly wide = new ResizeObserver((entries) =>
    entries.forEach(({ target }) => {
      if (target.scrollWidth > target.clientWidth) {
        target.setAttribute('tabindex', '0');
      } else {
        target.removeAttribute('tabindex');
      }
    }),
  );
  private page?: Document;

  get html(): string {
    return this.given;
  }

  set html(html: string) {
    this.given = html ?? '';
    this.draw();
  }

  connectedCallback(): void {
    if (Object.prototype.hasOwnProperty.call(this, 'html')) {
      const html = (this as any).html;
      delete (this as any).html;
      this.given = html;
    }
    this.page = this.ownerDocument;
    this.page.addEventListener('lab-change', this.spoken);
    PRINT.addEventListener('change', this.all);
    window.addEventListener('beforeprint', this.all);
    this.draw();
  }

  disconnectedCallback(): void {
    this.page?.removeEventListener('lab-change', this.spoken);
    PRINT.removeEventListener('change', this.all);
    window.removeEventListener('beforeprint', this.all);
    this.near?.disconnect();
    this.wide.disconnect();
    window.clearTimeout(this.idle);
  }

  private draw(): void {
    if (!this.isConnected) {
      return;
    }
    this.near?.disconnect();
    const template = document.createElement('template');
    template.innerHTML = this.given;
    keepPunctuation(template.content);
    this.replaceChildren(...sections(template.content));
    this.near = new IntersectionObserver(
      (entries) =>
        entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
          this.typeset(entry.target as HTMLElement);
        }),
      { rootMargin: '600px' },
    );
    this.querySelectorAll<HTMLElement>('span.math').forEach((span) => this.near?.observe(span));
    if (this.raw().length) {
      void loadTex().then(() => this.some());
    }
  }

  private typeset(span: HTMLElement): void {
    this.near?.unobserve(span);
    renderTex(span, span.dataset.tex ?? '', span.dataset.display === 'true');
    if (span.dataset.display === 'true') {
      this.wide.observe(span);
    }
  }

  private raw(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('span.math:not([data-drawn])')];
  }

  /** A few at a time, so that no key and no push waits for them. */
  private some = (): void => {
    window.clearTimeout(this.idle);
    const raw = this.raw();
    raw.slice(0, AT_ONCE).forEach((span) => this.typeset(span));
    if (raw.length > AT_ONCE && this.isConnected) {
      this.idle = window.setTimeout(this.some, PAUSE_MILLIS);
    }
  };

  private all = (): void => this.raw().forEach((span) => this.typeset(span));

  private spoken = (event: Event): void => {
    const name = (event as CustomEvent).detail?.name;
    const of = (section: HTMLElement) => (section.dataset.parameters ?? '').split(/\s+/);
    const all = [...this.querySelectorAll<HTMLElement>('section[data-parameters]')];
    if (all.some((section) => of(section).includes(name))) {
      all.forEach((section) => section.classList.toggle('spoken-of', of(section).includes(name)));
    }
  };
}

/** Ties a formula within a line to the punctuation after it, which would else begin the next line. */
function keepPunctuation(content: DocumentFragment): void {
  content.querySelectorAll<HTMLElement>('span.math:not([data-display="true"])').forEach((formula) => {
    const after = formula.nextSibling;
    const punctuation = after instanceof Text ? /^[^\s\p{L}\p{N}([{“‘(《「]+/u.exec(after.data)?.[0] : undefined;
    if (after instanceof Text && punctuation) {
      after.splitText(punctuation.length);
      const tied = document.createElement('span');
      tied.className = 'tied';
      formula.replaceWith(tied);
      tied.append(formula, after);
    }
  });
}

/** Wraps each heading and what follows it into a section that carries the heading's parameters. */
function sections(content: DocumentFragment): Node[] {
  const made: Node[] = [];
  let section: HTMLElement | undefined;
  for (const node of [...content.childNodes]) {
    if (node instanceof HTMLElement && /^H[1-6]$/.test(node.tagName)) {
      section = document.createElement('section');
      if (node.dataset.parameters) {
        section.dataset.parameters = node.dataset.parameters;
      }
      made.push(section);
    }
    if (section) {
      section.appendChild(node);
    } else {
      made.push(node);
    }
  }
  return made;
}

if (!customElements.get('lab-prose')) {
  customElements.define('lab-prose', LabProse);
}
