import { mdxToJs } from 'satteri';
import { afterEach, expect, test, vi } from 'vitest';
import { basePlugin } from '../../../../src/site/render/base-plugin.ts';

afterEach(() => vi.unstubAllEnvs());

/** Each address, as an author writes it and as a page has it. */
const ADDRESSES = [
  ['[a](/a/#b)', '/project/a/#b'],
  ['[a][b]\n\n[b]: /a/', '/project/a/'],
  ['![a](/a.png)', '/project/a.png'],
  ['<a href="/a/">a</a>', '/project/a/'],
  ['<a href="/a/">\n\nBlock\n\n</a>', '/project/a/'],
  ['<img src="/a.png" alt="a" />', '/project/a.png'],
  ['<video src="/a.mp4" poster="/b.png" />', '/project/a.mp4', '/project/b.png'],
  ['[a](#b)', '#b'],
  ['[a](../b/)', '../b/'],
  ['[a](//example.org/a)', '//example.org/a'],
  ['[a](https://example.org/)', 'https://example.org/'],
  ['`[a](/a/)`', '[a](/a/)'],
] as const;

test.for(ADDRESSES)('below a path, %j names what lies there', async ([source, ...expected]) => {
  vi.stubEnv('SITE_URL', 'https://name.example/project');
  const { code } = await mdxToJs(source, { hastPlugins: [basePlugin] });
  for (const address of expected) expect(code).toContain(`"${address}"`);
  expect(code.match(/\/project/g)?.length ?? 0).toBe(expected.filter(each => /^\/project/.test(each)).length);
});
