import { numberedLines } from './numbered-lines.ts';

/** Makes `#first_threads-L5` mark line 5 of that example and scroll to it. */
export function enableLineAnchors(): void {
  addEventListener('hashchange', show);
  show();
}

function show(): void {
  document.querySelector('.code [aria-current]')?.removeAttribute('aria-current');
  const [, anchor = '', line] = /^#(.+)-L(\d+)$/.exec(decodeURIComponent(location.hash)) ?? [];
  // The first code of a figure is the file as written; that of a variant has other lines.
  const code = document.getElementById(anchor)?.querySelector('.code code');
  if (!code) return;
  const target = numberedLines(code).find(([number]) => number === Number(line))?.[1];
  target?.setAttribute('aria-current', 'true');
  target?.scrollIntoView({ block: 'center' });
}
