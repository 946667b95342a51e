import { readFile } from 'node:fs/promises';
import { styleText } from 'node:util';
import { glob } from 'tinyglobby';
import { describe, expect, test, vi } from 'vitest';
import { print, printAnnotations, printForeign } from '../../../src/report/print.ts';

function printed(work: () => void): string {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    work();
    return write.mock.calls.map(([text]) => text).join('');
  } finally {
    write.mockRestore();
  }
}

describe('what is printed', () => {
  test.for([
    ['plain\n', 'plain\n'],
    ['two\n\n', 'two\n\n'],
    [styleText('red', 'ours', { validateStream: false }), '\u001b[31mours\u001b[39m\n'],
    ['\u001b[8mhidden\u001b[2J', '\\x1b[8mhidden\\x1b[2J\n'],
    ['::error::x', '\\x3a:error::x\n'],
    ['a\n \u3000\u00a0\t::add-mask::x', 'a\n \u3000\u00a0\t\\x3a:add-mask::x\n'],
    ['\u0085::error::x\u2028::error::y', '\\x85::error::x\\u2028::error::y\n'],
    ['\u001b[31m::error::x', '\u001b[31m\\x3a:error::x\n'],
    ['##[error]x', '#\\x23[error]x\n'],
    ['tags \u{e0041}, filler \u3164, soft \u00ad', 'tags \\U000e0041, filler \\u3164, soft \\xad\n'],
    ['an emoji: 👩‍💻, ❤️', 'an emoji: 👩‍💻, ❤️\n'],
  ] as const)('%j becomes %j', ([text, expected]) => {
    expect(printed(() => print(text))).toBe(expected);
  });

  test('are annotations of our own, and no other commands', () => {
    const text = '::error file=a.py::ours\n::add-mask::x\n::warning file=b,line=1::ours\n';
    expect(printed(() => printAnnotations(text))).toBe(
      '::error file=a.py::ours\n\\x3a:add-mask::x\n::warning file=b,line=1::ours\n',
    );
  });

  test('of other programs keeps its colors, and holds no commands', () => {
    const text = '\u001b[90mgray\u001b[0m\n::error::x\n\u001b[1m::error::y';
    expect(printed(() => printForeign(text))).toBe(
      '\u001b[90mgray\u001b[0m\n\\x3a:error::x\n\u001b[1m\\x3a:error::y\n',
    );
  });
});

/** They write to a terminal what no text is: a line that rewrites itself, questions, a table of benchmarks. */
const OTHER_DOORS = {
  'src/report/print.ts': /process\.stdout\.write/,
  'scripts/bench.ts': /console\.table/,
  'scripts/bench-site.ts': /console\.table/,
  'scripts/bootstrap.mjs': /console\.error/,
  'scripts/cli/install-packages.mjs': /console\.error/,
  'scripts/cli/take-turn.mjs': /console\.error/,
} as const;

test('everything is printed through one door', async () => {
  const files = await glob(['src/**/*.{ts,astro}', 'scripts/**/*.{ts,mjs}'], { ignore: ['src/client/**'] });
  const doors: string[] = [];
  for (const file of files) {
    const source = (await readFile(file, 'utf8')).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    if (/\bconsole\.\w+|process\.std(?:out|err)\.write/.test(source)) doors.push(file);
  }
  expect(files.length).toBeGreaterThan(200);
  expect(doors.sort()).toEqual(Object.keys(OTHER_DOORS).sort());
});
