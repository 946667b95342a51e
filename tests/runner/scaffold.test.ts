import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discover } from '../../src/runner/discover.ts';
import { newArticle, newExample } from '../../src/runner/scaffold.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

describe('a new example', () => {
  test('is a file that is an example', async () => {
    const root = await temporaryFolder();
    expect(await newExample(root, 'threading/locks', 'examples')).toBe('examples/threading/locks.py');
    expect((await discover(root, 'examples')).examples.map(({ id, metadata }) => [id, metadata.requiresPython])).toEqual([['threading/locks', '>=3.11']]);
  });

  test('may be named by its file', async () => {
    expect(await newExample(await temporaryFolder(), 'examples/threading/locks.py', 'examples')).toBe('examples/threading/locks.py');
  });

  test.for([
    ['threading/my-locks', '"my-locks" is not the name of a Python module: lower-case letters, digits and underscores.', 'Rename it: my_locks'],
    ['locks', 'An example stands in the folder of its topic.', 'npm run new -- topic/locks'],
    ['threading/taken', 'The file exists.', 'Take another name.'],
  ] as const)('is refused by the name %s', async ([id, title, remedy]) => {
    const root = await temporaryFolder({ 'examples/threading/taken.py': 'kept' });
    await expect(newExample(root, id, 'examples')).rejects.toMatchObject({ exitCode: 2, problems: [{ title, remedy }] });
    expect(await readFile(join(root, 'examples', 'threading', 'taken.py'), 'utf8')).toBe('kept');
  });
});

describe('a new article', () => {
  test('is a file with its front matter', async () => {
    const root = await temporaryFolder();
    expect(await newArticle(root, 'advanced/locks-and-events', ['basics', 'advanced'], '2026-11-22')).toBe('content/advanced/locks-and-events.mdx');
    expect((await readFile(join(root, 'content', 'advanced', 'locks-and-events.mdx'), 'utf8')).split('\n').slice(0, 8)).toEqual(['---', 'title: Locks and events', 'subtitle: One line under the title', 'summary: One or two sentences for the reader who decides whether to read on.', 'level: Beginner', 'order: 1', 'updated: 2026-11-22', '---']);
  });

  test.for([
    ['advanced/My Article', 'An article is named track/slug; the slug is lower-case words with hyphens between them.', 'npm run new -- --article basics/first-steps'],
    ['advanced', 'An article is named track/slug; the slug is lower-case words with hyphens between them.', 'npm run new -- --article basics/first-steps'],
    ['advnced/locks', 'There is no track "advnced"; src/site.config.ts has: basics, advanced.', 'Add it there first.'],
  ] as const)('is refused by the name %s', async ([path, title, remedy]) => {
    await expect(newArticle(await temporaryFolder(), path, ['basics', 'advanced'], '2026-11-22')).rejects.toMatchObject({ exitCode: 2, problems: [{ title, remedy }] });
  });
});
