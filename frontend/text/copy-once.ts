/**
 * A formula is in the page twice, as MathML for readers of the screen and as boxes for the eye; so are the words that
 * only readers hear. Copied, each is there once: a formula as its TeX between dollars, what is only heard not at all.
 * (KaTeX's own extension for copying joins paragraphs into one line and keeps what is only heard.)
 */
export function copyOnce(): void {
  document.addEventListener('copy', (event) => {
    const selection = document.getSelection();
    const target = event.target instanceof Element ? event.target : null;
    if (!event.clipboardData || !selection || selection.isCollapsed || target?.matches('input, textarea')) {
      return;
    }
    const fragment = wholeFormulas(selection.getRangeAt(0)).cloneContents();
    if (!fragment.querySelector('.katex, .unseen')) {
      return;
    }
    const plain = plainElements(fragment);
    plain.querySelectorAll('.unseen').forEach((heard) => heard.remove());
    plain.querySelectorAll('.katex').forEach((formula) => {
      const dollars = formula.closest('.katex-display') ? '$$' : '$';
      formula.replaceWith(`${dollars}${formula.querySelector('annotation')?.textContent?.trim() ?? ''}${dollars}`);
    });
    plain.style.cssText = 'position:fixed;inset-inline-start:-9999px';
    document.body.append(plain);
    event.clipboardData.setData('text/plain', plain.innerText);
    event.clipboardData.setData('text/html', plain.innerHTML);
    plain.remove();
    event.preventDefault();
  });
}

/** The range, wide enough that it cuts no formula. */
function wholeFormulas(range: Range): Range {
  const whole = range.cloneRange();
  const formula = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('.katex');
  const first = formula(range.startContainer);
  const last = formula(range.endContainer);
  if (first) {
    whole.setStartBefore(first);
  }
  if (last) {
    whole.setEndAfter(last);
  }
  return whole;
}

const INLINE = new Set(['LAB-MATH', 'LAB-COPY', 'LAB-MENU']);

/** The same without custom elements, which would begin to work once they are in the page. */
function plainElements(fragment: DocumentFragment): HTMLElement {
  const root = document.createElement('div');
  root.append(fragment);
  [...root.querySelectorAll('*')].reverse().forEach((element) => {
    if (element.tagName.includes('-')) {
      const plain = document.createElement(INLINE.has(element.tagName) ? 'span' : 'div');
      plain.append(...element.childNodes);
      element.replaceWith(plain);
    }
  });
  return root;
}
