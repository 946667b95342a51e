import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copySite, type SiteCopy } from '../../fixtures/site-copy.ts';

async function filesOf({ dist }: SiteCopy): Promise<string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

test('one line of the settings turns social cards off: no file, tag or address of one is left', async () => {
  const site = await copySite('tests/fixtures/site');
  try {
    const settings = join(site.root, 'src/site.config.ts');
    const text = await readFile(settings, 'utf8');
    await writeFile(settings, text.replace(/^ {2}socialCards: true.*$/m, '  socialCards: false,'));
    const { exitCode, text: printed } = await site.run('build');
    expect([exitCode, printed]).toEqual([0, expect.any(String)]);
    const files = await filesOf(site);
    const pages = files.filter(file => file.endsWith('.html'));
    expect(files.filter(file => file.startsWith(join(site.dist, 'og')))).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages)
      expect([page, /og:image|\/og\//.test(await readFile(page, 'utf8'))]).toEqual([page, false]);
    const article = await readFile(join(site.dist, 'advanced/good/index.html'), 'utf8');
    expect(article).not.toMatch(/og:image|"image":|summary_large_image|\/og\//);
    expect(article).toContain('<meta property="og:title"');
  } finally {
    await site.remove();
  }
});
