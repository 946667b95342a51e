import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copySite } from '../../fixtures/site-copy.ts';

test('npm run yearly prints a check-list with places, of any month', async () => {
  const site = await copySite('tests/fixtures/site');
  try {
    const article =
      '---\ntitle: A\nsummary: B\norder: 9\nupdated: 2026-11-22\n---\n\nSince Python 3.11, all is well.\n';
    await writeFile(join(site.root, 'content/advanced/old.mdx'), article);
    await writeFile(join(site.root, 'examples/basics/broken.py'), '# /// script\n# x = [\n# ///\n');
    const { exitCode, text } = await site.run('yearly', ['--month', '2027-11']);
    expect([exitCode, text]).toEqual([
      0,
      expect.stringMatching(/^# Versions of Python, 2027-11\n\nHere: CPython 3\./),
    ]);
    expect(text).toContain('The oldest that is supported: 3.12.');
    expect(text).toMatch(/^- \[ \] examples\/basics\/broken\.py:\d+: /m);
    expect(text).toContain(
      '- [ ] content/advanced/old.mdx:8: 3.11, which every supported Python has: Since Python 3.11, all is well.',
    );
    const wrong = await site.run('yearly', ['--month', 'soon']);
    expect([wrong.exitCode, wrong.text]).toEqual([2, expect.stringContaining('"soon" is no month.')]);
  } finally {
    await site.remove();
  }
});
