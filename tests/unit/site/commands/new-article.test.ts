import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newArticle } from '../../../../src/site/commands/new-article.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

const TRACKS = ['basics', 'advanced'];

describe('a new article', () => {
  test.for(['index', '404'])('is not named %s, which has no address of its own', async slug => {
    const root = await temporaryFolder({});
    await expect(newArticle(root, `advanced/${slug}`, TRACKS, '2026-11-22')).rejects.toMatchObject({
      problems: [
        {
          title: `"${slug}" is reserved: an article of this name has no address of its own.`,
          remedy: expect.stringMatching(/^npm run new -- --article advanced\/[a-z-]+$/),
        },
      ],
    });
  });

  test('is a file with its front matter, and the last of its track', async () => {
    const root = await temporaryFolder({
      'content/advanced/a.mdx': '---\norder: 7\n---\n',
      'content/advanced/b.mdx': '---\norder: 2\n---\norder: 9\n',
      'content/basics/c.mdx': '---\norder: 12\n---\n',
    });
    expect(await newArticle(root, 'advanced/locks-and-events', TRACKS, '2026-11-22')).toBe(
      'content/advanced/locks-and-events.mdx',
    );
    expect(
      (await readFile(join(root, 'content', 'advanced', 'locks-and-events.mdx'), 'utf8'))
        .split('\n')
        .slice(0, 8),
    ).toEqual([
      '---',
      'title: Locks and events',
      'subtitle: One line under the title',
      'summary: One or two sentences for the reader who decides whether to read on.',
      'level: Beginner',
      'order: 8',
      'updated: 2026-11-22',
      '---',
    ]);
  });

  test.for([
    ['2026', '"2026"'],
    ['null', '"Null"'],
    ['on', '"On"'],
    ['on-time', 'On time'],
    ['3-ways', '"3 ways"'],
  ] as const)('named %s has the title %s, which YAML reads as text', async ([slug, title]) => {
    const root = await temporaryFolder();
    expect(
      await readFile(
        join(root, await newArticle(root, `content/advanced/${slug}.mdx`, TRACKS, '2026-11-22')),
        'utf8',
      ),
    ).toContain(`\ntitle: ${title}\n`);
  });

  const NAME = 'An article is named track/slug; the slug is lower-case words with hyphens between them.';
  test.for([
    ['advanced/My Article', NAME, 'npm run new -- --article advanced/my-article'],
    ['advanced/deep/er', NAME, 'npm run new -- --article advanced/deep-er'],
    ['advanced', NAME, 'npm run new -- --article advanced/first-steps'],
    [
      'advnced/locks',
      'There is no track "advnced"; did you mean "advanced"?',
      'Take one that exists: npm run new -- --article advanced/locks\n' +
        "Or add it to tracks in src/site.config.ts, and run this again: advnced: { title: '…', summary: '…', icon: 'pen' },",
    ],
    [
      '../locks',
      'There is no track ".."; known: basics, advanced',
      'Take one that exists: npm run new -- --article basics/locks',
    ],
    ['advanced/taken', 'The article exists.', 'Take another name: npm run new -- --article advanced/taken-2'],
  ] as const)('is refused by the name %s, and nothing is written over', async ([path, title, remedy]) => {
    const root = await temporaryFolder({ 'content/advanced/taken.mdx': 'kept' });
    await expect(newArticle(root, path, TRACKS, '2026-11-22')).rejects.toMatchObject({
      exitCode: 2,
      problems: [{ title, remedy }],
    });
    expect(await readFile(join(root, 'content', 'advanced', 'taken.mdx'), 'utf8')).toBe('kept');
  });
});
