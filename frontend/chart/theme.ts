/** The colours of the site's tokens as the browser resolves them now. */
export interface ChartTheme {
  slots: string[];
  ink: string;
  quiet: string;
  line: string;
  panel: string;
  sans: string;
}

/** Custom properties keep `light-dark()` unresolved; a real colour property does not. */
export function readTheme(host: HTMLElement): ChartTheme {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.appendChild(probe);
  const resolve = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const theme = {
    slots: [1, 2, 3, 4, 5, 6, 7, 8].map((slot) => resolve(`--s${slot}`)),
    ink: resolve('--ink'),
    quiet: resolve('--ink-2'),
    line: resolve('--line'),
    panel: resolve('--panel'),
    sans: getComputedStyle(host).getPropertyValue('--sans').trim() || 'sans-serif',
  };
  host.removeChild(probe);
  return theme;
}

/** Tells when the page turns dark or light, by the reader's system or by a switch on the page. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class', 'theme', 'data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', listener);
  };
}
