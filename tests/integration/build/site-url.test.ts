import { expect, test } from 'vitest';
import { copySite } from '../../fixtures/site-copy.ts';

test.for(['build', 'start', 'dev'])('%s refuses a wrong SITE_URL before it runs anything', async script => {
  const site = await copySite('tests/fixtures/site');
  try {
    for (const url of ['', 'example.com', 'ftp://example.com/'])
      expect([url, await site.run(script, [], { SITE_URL: url })]).toEqual([
        url,
        {
          exitCode: 2,
          text: expect.stringMatching(
            /^SITE_URL {2}.+ is no address of a site: .+\nSITE_URL=https:\/\/\S+\/ npm run build$/,
          ),
        },
      ]);
  } finally {
    await site.remove();
  }
});
