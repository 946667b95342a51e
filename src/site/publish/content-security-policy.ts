import { createHash } from 'node:crypto';

/**
 * The one inline script: before the first paint it sets the theme that was chosen, and says that there are scripts,
 * so that nothing shifts when they have loaded.
 */
export const BOOT = `{const{dataset:d}=document.documentElement;d.scripted="";try{const t=localStorage.getItem("theme");if(t==="light"||t==="dark")d.theme=t}catch{}}`;

const bootDigest = createHash('sha256').update(BOOT).digest('base64');

/**
 * The Content-Security-Policy of every page: nothing but our own files, no inline script but the one above, no inline
 * style. The search is WebAssembly.
 */
export const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${bootDigest}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What only a header can say: who may frame a page. */
export const HEADER_POLICY = `${POLICY}; frame-ancestors 'none'`;
