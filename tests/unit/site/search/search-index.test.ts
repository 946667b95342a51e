import { expect, test } from 'vitest';
import { writeSearchIndex } from '../../../../src/site/search/search-index.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';
import { treeDigest } from '../../../fixtures/tree-digest.ts';

const page = (text: string): string =>
  `<!doctype html><html lang="en"><head><title>${text}</title></head>
<body><main data-pagefind-body><h1>${text}</h1><p>About ${text}.</p></main></body></html>`;
const SITE = {
  'advanced/locks/index.html': page('Locks'),
  'advanced/queues/index.html': page('Queues'),
  'verified/index.html': page('Examples'),
};

async function indexOf(pages: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const dist = await temporaryFolder(SITE);
  await writeSearchIndex(dist, 'en', pages);
  return treeDigest(`${dist}/pagefind`);
}

test('the same articles give the same index, byte for byte; another article gives another one', async () => {
  const both = ['/advanced/locks/', '/advanced/queues/'];
  const [first, again, other] = [await indexOf(both), await indexOf(both), await indexOf(both.slice(1))];
  expect(Object.keys(first)).toContain('pagefind.js');
  expect(Object.keys(first).filter(file => file.endsWith('.pf_fragment'))).toHaveLength(2);
  expect(again).toEqual(first);
  expect(Object.keys(other).filter(file => file.endsWith('.pf_fragment'))).toHaveLength(1);
});

test('Pagefind puts no interface of its own into the site: those differ from build to build', async () => {
  expect(Object.keys(await indexOf(['/advanced/locks/'])).filter(file => file.includes('ui'))).toEqual([]);
});

test('a page that is not there ends the build', async () => {
  await expect(indexOf(['/advanced/none/'])).rejects.toThrow('ENOENT');
});
