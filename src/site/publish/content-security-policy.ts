import { hash } from 'node:crypto';

/**
 * The only inline script. Before the first paint, it sets the chosen theme and marks that scripts run, so
 * nothing shifts when they have loaded.
 */
export const BOOT =
  '{const{dataset:d}=document.documentElement;d.scripted="";' +
  'try{const t=localStorage.getItem("theme");if(t==="light"||t==="dark")d.theme=t}catch{}}';

const bootDigest = hash('sha256', BOOT, 'base64');

/**
 * The Content-Security-Policy of every page: only our own files, no inline script except the one above, no
 * inline style. The search is WebAssembly.
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

/** The policy as a header, which can also forbid frames. */
export const HEADER_POLICY = `${POLICY}; frame-ancestors 'none'`;
