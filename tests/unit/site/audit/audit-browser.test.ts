import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { wrongBrowserFiles } from '../../../../src/site/audit/audit-browser.ts';
import type { AuditPlan } from '../../../../src/site/audit/plan/audit-plan.ts';
import { plannedFiles } from '../../../../src/site/audit/plan/site-files.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const WHEEL = 'pyodide/packages/0123456789abcdef/one-1.0-py3-none-any.whl';
const BYTES = Buffer.from('a wheel');
const PLAN = {
  examples: new Map([
    [
      'topic/sample',
      {
        id: 'topic/sample',
        variants: [],
        recordings: [],
        promises: [],
        browser: { run: {}, wheels: new Map([[WHEEL, hash('sha256', BYTES, 'hex')]]) },
      },
    ],
  ]),
  articles: new Map(),
  publicFiles: [],
  tracks: [],
  glossary: '',
} as unknown as AuditPlan;

test.for([
  ['as it was proved', BYTES, []],
  [
    'with another byte',
    Buffer.from('A wheel'),
    [[`dist/${WHEEL}`, expect.stringContaining('its lock names')]],
  ],
  ['without bytes', Buffer.of(), [[`dist/${WHEEL}`, expect.stringContaining('its lock names')]]],
] as const)('a package on the site, %s', async ([, bytes, wrong]) => {
  const dist = await temporaryFolder();
  await mkdir(dirname(join(dist, WHEEL)), { recursive: true });
  await writeFile(join(dist, WHEEL), bytes);
  const problems = wrongBrowserFiles(new Set([WHEEL]), dist, PLAN);
  expect(problems.map(({ file, title }) => [file, title])).toEqual(wrong);
});

test('a site has to have the packages of its samples', () => {
  expect(plannedFiles(PLAN).get(WHEEL)).toBe(true);
});
