import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';

let site: SiteCopy;
beforeAll(async () => {
  site = await copySite('tests/fixtures/site');
});
afterAll(() => site.remove());

test.for([
  ['build', ''],
  ['build', 'ftp://example.com/'],
  ['start', 'example.com'],
  ['dev', 'example.com'],
] as const)('%s refuses SITE_URL=%s before it runs anything', async ([script, url]) => {
  expect(await site.run(script, [], { SITE_URL: url })).toEqual({
    exitCode: 2,
    text: expect.stringMatching(
      /^SITE_URL {2}.+ is no address of a site: .+\nSITE_URL=https:\/\/\S+\/ npm run build$/,
    ),
  });
});
