import { createHighlighter } from 'shiki';
import { afterEach, expect, test, vi } from 'vitest';
import { Highlighter } from '../../../../src/site/highlight/highlighter.ts';
import { PairedTheme } from '../../../../src/site/highlight/combined-theme.ts';

const SOURCE =
  'import re\n\n\ndef words(text: str) -> list[str]:\n    """Words of a text."""\n' +
  '    return re.findall(r"\\w+", text)  # all of them\n';

test('each token has the colours that Shiki gives it in each of the themes', async () => {
  const [ours, shiki] = await Promise.all([
    Highlighter.create(),
    createHighlighter({
      themes: ['github-light-high-contrast', 'github-dark-high-contrast'],
      langs: ['python'],
    }),
  ]);
  const lines = ours.lines(SOURCE, 'python');
  const rules = new Map(
    [...ours.css().matchAll(/^\.(?<name>\w+)\{color:light-dark\((?<light>#\w+), (?<dark>#\w+)\)\}$/gm)].map(
      ({ groups }) => [groups?.name, [groups?.light, groups?.dark]],
    ),
  );
  const painted = lines.map(line =>
    [...line.matchAll(/<span class="(?<name>\w+)">(?<text>[^<]*)<\/span>/g)].map(({ groups }) => [
      groups?.text,
      ...(rules.get(groups?.name) ?? []),
    ]),
  );
  // Without its limit of half a second a line, as ours: a busy machine would have it give up.
  const expected = ['github-light-high-contrast', 'github-dark-high-contrast'].map(theme =>
    shiki
      .codeToTokensBase(SOURCE, {
        lang: 'python',
        theme: theme as 'github-light-high-contrast',
        tokenizeTimeLimit: 0,
      })
      .map(
        line =>
          new Map(line.map(({ content, color }) => [content.replaceAll('>', '&gt;'), color?.toLowerCase()])),
      ),
  );
  expect(painted.flat().length).toBeGreaterThan(12);
  for (const [row, tokens] of painted.entries())
    for (const [text, light, dark] of tokens)
      expect([text, light, dark]).toEqual([
        text,
        ...expected.map(theme => theme[row]?.get(text ?? '') ?? 'no such token'),
      ]);
});

test('themes that colour other scopes are not taken for one', () => {
  const theme = (name: string, scope: string): ConstructorParameters<typeof PairedTheme>[0] => ({
    name,
    tokenColors: [{ scope, settings: { foreground: '#111111' } }],
    colors: { 'editor.foreground': '#000000' },
  });
  expect(() => new PairedTheme(theme('a', 'comment'), theme('b', 'string'))).toThrow(
    'The themes a and b color other scopes',
  );
});

afterEach(() => vi.restoreAllMocks());

test('code has the same colours however slow the machine is', async () => {
  const [quick, slow] = [await Highlighter.create(), await Highlighter.create()];
  const source = 'print(f"{name!r}: {[each for each in range(3)]}")  # all of it\n';
  const usual = quick.lines(source, 'python');
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 10_000));
  expect(slow.lines(source, 'python')).toEqual(usual);
  expect(usual.join('')).toContain('# all of it');
  // Were the clock not asked, this test would show nothing.
  const { createHighlighterCore } = await import('shiki/core');
  const { createJavaScriptRegexEngine } = await import('shiki/engine/javascript');
  const limited = await createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    themes: [import('shiki/themes/github-light-high-contrast.mjs')],
    langs: [import('shiki/langs/python.mjs')],
  });
  const { tokens } = limited.codeToTokens(source, { lang: 'python', theme: 'github-light-high-contrast' });
  expect(clock).toHaveBeenCalled();
  expect(tokens[0]?.length).toBeLessThan(5);
});
