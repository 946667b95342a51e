import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../../src/core/text/hash.ts';
import { Finisher } from '../../../../src/site/output/output-worker.ts';
import type { Plan } from '../../../../src/site/output/output-plan.ts';
import { LastSite } from '../../../../src/site/incremental/previous-site.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const PLAN: Plan = {
  identity: 'site',
  proofs: new Map(),
  editions: new Map(),
  searched: ['/a/', '/b/'],
  kept: [],
};
const page = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(`<html lang="en"><body data-pagefind-body><p>${text}</p></body></html>`));
const digest = (text: string): string => fingerprint([page(text)]);

async function project(): Promise<string> {
  const root = await temporaryFolder({
    '.verbatim/keep': '',
    'dist/a/index.html': Buffer.from(page('locks')).toString(),
  });
  const last = new LastSite(root);
  last.expect(new Map([['/a/', 'key']]));
  last.note('/a/', digest('locks'));
  await last.save();
  return root;
}

test(
  'what is kept is put into the new site, what is rendered is written, and all of it is read back',
  { timeout: 60_000 },
  async () => {
    const root = await project();
    const wrote = new Map<string, string>();
    const finisher = new Finisher({ root, dist: join(root, 'new'), code: 'code', reuse: true });
    finisher.onPage = (address, sum) => void wrote.set(address, sum);
    expect([...(await finisher.last())]).toEqual([['/a/', { key: 'key', digest: digest('locks') }]]);
    finisher.begin({ ...PLAN, kept: [['/a/', digest('locks')]] });
    await finisher.write('/b/', page('queues'));
    expect([...(await finisher.settle()).keys()].sort()).toEqual(['a/index.html', 'b/index.html']);
    expect([...wrote]).toEqual([['/b/', digest('queues')]]);
    expect(await finisher.end()).toEqual({
      pages: 2,
      editions: 0,
      outputs: 0,
      codes: 0,
      values: 0,
      problems: [],
    });
    expect((await stat(join(root, 'new/a/index.html'))).ino).toBe(
      (await stat(join(root, 'dist/a/index.html'))).ino,
    );
    expect(await readFile(join(root, 'new/b/index.html'), 'utf8')).toContain('queues');
    expect(await readFile(join(root, 'new/pagefind/pagefind.js'), 'utf8')).toContain('search');
  },
);

test('where nothing may be taken, nothing of the last site stands', async () => {
  const root = await project();
  const finisher = new Finisher({ root, dist: join(root, 'new'), code: 'code', reuse: false });
  expect(await finisher.last()).toEqual(new Map());
  await finisher.close();
});

test('many pages at once are all written', { timeout: 60_000 }, async () => {
  const root = await project();
  const finisher = new Finisher({ root, dist: join(root, 'new'), code: 'code', reuse: false });
  finisher.begin({ ...PLAN, searched: [] });
  const large = 'x'.repeat(1_000_000);
  for (let each = 0; each < 40; each += 1) await finisher.write(`/page-${each}/`, page(large));
  expect((await finisher.settle()).size).toBe(40);
  await finisher.close();
});

test('what goes wrong there is told here, as it was', { timeout: 60_000 }, async () => {
  const root = await project();
  await writeFile(join(root, 'new'), 'no folder');
  const finisher = new Finisher({ root, dist: join(root, 'new'), code: 'code', reuse: false });
  finisher.begin(PLAN);
  await finisher.write('/b/', page('queues'));
  await expect(finisher.settle()).rejects.toMatchObject({
    code: 'ENOTDIR',
    syscall: 'mkdir',
    path: join(root, 'new/b'),
  });
  await finisher.close();
});

test('a page that is searched and was not rendered is a mistake', { timeout: 60_000 }, async () => {
  const root = await project();
  const finisher = new Finisher({ root, dist: join(root, 'new'), code: 'code', reuse: false });
  finisher.begin(PLAN);
  await finisher.write('/b/', page('queues'));
  await expect(finisher.end()).rejects.toMatchObject({
    code: 'ENOENT',
    path: join(root, 'new/a/index.html'),
  });
});

test('where the thread ends by itself, who waits for it hears of it', async () => {
  const root = await project();
  const finisher = new Finisher({ root, dist: join(root, 'new'), code: 'code', reuse: false });
  const waiting = expect(finisher.last()).rejects.toThrow('ended by itself');
  await finisher.close();
  await waiting;
});
