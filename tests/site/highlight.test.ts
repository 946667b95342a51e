import { afterEach, expect, test, vi } from 'vitest';
import { Highlighter } from '../../src/site/highlight.ts';

afterEach(() => vi.restoreAllMocks());

test('code has the same colours however slow the machine is', async () => {
  const highlighter = await Highlighter.create();
  const source = 'print(f"{name!r}: {[each for each in range(3)]}")  # all of it\n';
  const usual = highlighter.lines(source, 'python');
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 10_000));
  expect(highlighter.lines(source, 'python')).toEqual(usual);
  expect(usual.join('')).toContain('# all of it');
  // Were the clock not asked, this test would show nothing.
  const { createHighlighterCore } = await import('shiki/core');
  const { createJavaScriptRegexEngine } = await import('shiki/engine/javascript');
  const limited = await createHighlighterCore({ engine: createJavaScriptRegexEngine(), themes: [import('shiki/themes/github-light-high-contrast.mjs')], langs: [import('shiki/langs/python.mjs')] });
  const { tokens } = limited.codeToTokens(source, { lang: 'python', theme: 'github-light-high-contrast' });
  expect(clock).toHaveBeenCalled();
  expect(tokens[0]?.length).toBeLessThan(5);
});
