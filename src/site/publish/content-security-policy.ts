import { hash } from 'node:crypto';
import { linkTo } from '../site-url.ts';

/**
 * The only inline script. Before the first paint, it sets the chosen theme, wraps lines if that was chosen,
 * and marks that scripts run, so nothing shifts when they have loaded.
 */
export const BOOT =
  '{const{dataset:d}=document.documentElement;d.scripted="";' +
  'try{const{theme:t,wrap:w}=localStorage;if(t==="light"||t==="dark")d.theme=t;' +
  'if(w==="on")d.wrap=""}catch{}}';

const bootDigest = hash('sha256', BOOT, 'base64');

/** Folders of the site whose files may be scripts. A sample to download, or any other file, never is one. */
const SCRIPT_FOLDERS = ['/_astro/', '/pagefind/', '/pyodide/'];

/** The search and the browser's Python are WebAssembly. */
const OTHER_SCRIPTS = `'wasm-unsafe-eval' 'sha256-${bootDigest}'`;

/** The only policy for addresses of scripts that pages may make: that of the worker which runs Python. */
const TRUSTED_TYPES = 'python-worker';

/**
 * The Content-Security-Policies of every page, both of which a browser enforces. The first: only our own
 * files, no inline script except the one above, no inline style, and no text that becomes HTML or the address
 * of a script, except by the policy above. The second: scripts come from folders of scripts. One policy
 * cannot hold both, because `'self'` takes no path, and pages do not know their host.
 */
export function policies(): readonly string[] {
  return [
    [
      "default-src 'none'",
      `script-src 'self' ${OTHER_SCRIPTS}`,
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      `trusted-types ${TRUSTED_TYPES}`,
    ].join('; '),
    `script-src ${SCRIPT_FOLDERS.map(folder => `*:*${linkTo(folder)}`).join(' ')} ${OTHER_SCRIPTS}`,
  ];
}

/** The policies as one header, which can also forbid frames. */
export function headerPolicy(): string {
  return [...policies(), "frame-ancestors 'none'"].join(', ');
}
