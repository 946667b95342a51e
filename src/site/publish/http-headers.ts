import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linkTo } from '../site-url.ts';
import { HEADER_POLICY } from './content-security-policy.ts';

const HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Writes `dist/_headers`, which many hosts read: the policy of the pages, and what no `<meta>` can set. */
export async function writeHeaders(dist: string): Promise<void> {
  const lines = [
    linkTo('/*'),
    ...Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`),
    linkTo('/_astro/*'),
    '  Cache-Control: public, max-age=31536000, immutable',
    linkTo('/examples/*.py'),
    '  Content-Type: text/x-python; charset=utf-8',
    '',
  ];
  await writeFile(join(dist, '_headers'), lines.join('\n'));
}
