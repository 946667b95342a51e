import { expect, test } from 'vitest';
import { judgeHighlights } from '../../../../src/site/commands/judge-highlights.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';

test('an example that is not there is no sample to run: it is a problem of its article', async () => {
  const figures = ['there', 'gone'].map(name => `<Example file="topic/${name}.py" highlight="1" />\n`);
  const root = await temporaryFolder({
    'content/advanced/page.mdx': `---\ntitle: Page\n---\n\n${figures.join('\n')}`,
    'examples/topic/there.py': 'print("hello")\n',
  });
  const asked: string[] = [];
  await judgeHighlights(root, undefined, async ids => {
    asked.push(...ids);
    return { of: () => undefined, save: () => Promise.resolve() };
  });
  expect(asked).toEqual(['topic/there']);
});
