import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkTo } from '../site-url.ts';
import { headerPolicy } from './content-security-policy.ts';

/** For files whose names, or folders, change with their content. */
const FOREVER = { 'Cache-Control': 'public, max-age=31536000, immutable' } as const;

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** The policy of a drawing that a run left: its address runs nothing, and loads nothing. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Headers of all files whose paths match a pattern, in which `*` is any text. */
export interface HeaderRule {
  readonly path: string;
  /** Headers of rules above that these files do not get. Some hosts would send both values. */
  readonly without?: readonly string[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** What `dist/_headers` holds. A file takes the headers of all rules that match it. */
const rules = (): readonly HeaderRule[] => [
  { path: '/*', headers: { 'Content-Security-Policy': headerPolicy(), ...HEADERS } },
  { path: '/_astro/*', headers: FOREVER },
  { path: '/pyodide/*', headers: FOREVER },
  // Not every host knows these endings, and a browser refuses a script or a WebAssembly of another kind.
  { path: '/pyodide/*.mjs', headers: { 'Content-Type': 'text/javascript; charset=utf-8' } },
  { path: '/pyodide/*.whl', headers: { 'Content-Type': 'application/zip' } },
  { path: '/pyodide/*.wasm', headers: { 'Content-Type': 'application/wasm' } },
  // A sample is text for people, and a file to save: no browser takes it for a page or a script.
  {
    path: '/examples/*.py',
    headers: { 'Content-Type': 'text/x-python; charset=utf-8', 'Content-Disposition': 'attachment' },
  },
  {
    path: '/examples/*.svg',
    without: ['Content-Security-Policy'],
    headers: { 'Content-Security-Policy': DRAWING_POLICY, 'Content-Type': 'image/svg+xml' },
  },
  { path: '/examples/*.csv', headers: { 'Content-Type': 'text/csv; charset=utf-8' } },
  { path: '/*.md', headers: { 'Content-Type': 'text/markdown; charset=utf-8' } },
  { path: '/*.txt', headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
];

/** Writes `dist/_headers`, which many hosts read: the policy of the pages, and what no `<meta>` can set. */
export async function writeHeaders(dist: string): Promise<void> {
  const lines = rules().flatMap(({ path, without = [], headers }) => [
    linkTo(path),
    ...without.map(name => `  ! ${name}`),
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  await writeFile(join(dist, '_headers'), `${lines.join('\n')}\n`);
}

/** The text of `_headers` → its rules. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { path: string; without: string[]; headers: Record<string, string> }[] = [];
  for (const line of text.split('\n').filter(each => each.trim() !== '')) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    const [, removed] = /^\s+!\s*([\w-]+)$/.exec(line) ?? [];
    if (removed !== undefined) rules.at(-1)?.without.push(removed);
    else if (name === undefined) rules.push({ path: line.trim(), without: [], headers: {} });
    else Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value });
  }
  return rules;
}

/** The headers of a file. @param path its URL path, decoded: `/examples/threading/lock.py` */
export function headersFor(path: string, rules: readonly HeaderRule[]): Readonly<Record<string, string>> {
  const matching = rules.filter(rule => {
    const parts = rule.path.split('*').map(part => RegExp.escape(part));
    return new RegExp(`^${parts.join('.*')}$`, 's').test(path);
  });
  return matching.reduce<Readonly<Record<string, string>>>((sent, { without = [], headers }) => {
    const kept = Object.entries(sent).filter(([name]) => !without.includes(name));
    return { ...Object.fromEntries(kept), ...headers };
  }, {});
}
