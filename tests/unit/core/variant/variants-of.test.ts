import { describe, expect, test } from 'vitest';
import { exampleOf, problemsOf } from '../../../fixtures/examples.ts';

const CODE = `
import threading

lock = threading.Lock()
total = 0


def add(count):
    global total
    for _ in range(count):
        with lock:
            # Both lines belong together.
            before = total
            total = before + 1
    return total


if add(2) > 1: print("many")
print(
    add(1),
)
`.trimStart();

/** A source with these lines of TOML in its block. The code begins behind the block. */
const sourceWith = (...toml: string[]): string =>
  ['# /// script', ...toml.map(line => `# ${line}`), '# ///', CODE].join('\n');

const variant = (...lines: string[]): string =>
  sourceWith('[[tool.verbatim.variant]]', 'name = "changed"', ...lines);

const changed = (...lines: string[]): string => {
  const [only] = exampleOf(variant(...lines)).variants;
  return only?.source.split('# ///\n')[1] ?? '';
};

const problems = (source: string) =>
  problemsOf(source).map(({ line, column, title, remedy }) => `${line}:${column} ${title}\n${remedy}`);

describe('a variant', () => {
  test('is an example of its own, with the files and the contract of its original', () => {
    const source = sourceWith(
      '[tool.verbatim]',
      'order = "any"',
      'args = ["x"]',
      'elapsed = { max = 2 }',
      '',
      '[[tool.verbatim.variant]]',
      'name = "Without the lock"',
      'remove = "with lock:"',
      'order = "exact"',
    );
    const original = exampleOf(source);
    const [own, ...others] = original.variants;
    expect(others).toEqual([]);
    expect(own?.id).toBe(`${original.id}.without-the-lock`);
    expect(own?.file).toBe(original.file);
    expect(own?.contract).toEqual({ ...original.contract, order: 'exact', elapsed: undefined });
    expect(own?.variant).toMatchObject({ name: 'Without the lock', isRecorded: true, index: 0 });
    expect(new TextDecoder().decode(own?.files.get(original.entry))).toBe(own?.source);
    expect(original.files.get(original.entry)).not.toEqual(own?.files.get(original.entry));
  });

  test('whose ending is another has none of the endings of its original', () => {
    const [own] = exampleOf(variant('raises = "ValueError"', 'remove = "return total"')).variants;
    expect(own?.contract).toMatchObject({ raises: 'ValueError' });
    const toml = ['[tool.verbatim]', 'raises = "KeyError"', '[[tool.verbatim.variant]]', 'name = "a"'];
    const [other] = exampleOf(sourceWith(...toml, 'exit = 3', 'remove = "return total"')).variants;
    expect(other?.contract.raises).toBeUndefined();
    expect(other?.contract.exit).toBe(3);
  });
});

describe('what is removed', () => {
  test('of a with is its first line, and what was inside moves to the left', () => {
    expect(changed('remove = "with lock:"')).toContain(
      '    for _ in range(count):\n        # Both lines belong together.\n        before = total\n' +
        '        total = before + 1\n    return total\n',
    );
  });

  test('of a statement is all of it', () => {
    expect(changed('remove = "print("')).toMatch(/many"\)\n$/);
  });

  test('of a condition in one line is the condition', () => {
    expect(changed('remove = \'if add(2) > 1: print("many")\'')).toContain('\n\nprint("many")\nprint(\n');
  });

  test('of a block leaves the lines of a string as they are', () => {
    const code = 'with lock:\n    text = """\n    a\n    """\n';
    const [own] = exampleOf(variant('remove = "with lock:"').replace(CODE, code)).variants;
    expect(own?.source.split('# ///\n')[1]).toBe('text = """\n    a\n    """\n');
  });

  test('leaves a pass where a body would be empty', () => {
    const source = variant('remove = "f()"').replace(CODE, 'def g():\n    f()\n');
    expect(exampleOf(source).variants[0]?.source).toMatch(/def g\(\):\n {4}pass\n$/);
  });
});

describe('what is replaced', () => {
  test('takes the place of the text', () => {
    expect(changed('replace = { "threading.Lock()" = "nullcontext()" }')).toContain('lock = nullcontext()\n');
  });

  test('may be in chosen lines alone', () => {
    const text = changed('replace = { "total" = "sum" }', 'lines = "18"');
    expect(text).toContain('            before = sum\n            total = before + 1\n');
  });

  test('is never the contract', () => {
    expect(problems(variant('replace = { "changed" = "x" }'))).toEqual([
      '4:3 The text "changed" that the variant changes is not there.\nCopy it from the file, letter by letter.',
    ]);
  });
});

describe('a mistake is reported at its key', () => {
  test.for([
    [
      ['remove = "with lok:"'],
      '4:3 The statement "with lok:" that the variant changes is not there.\nDid you mean "with lock:"?',
    ],
    [
      ['replace = { "total" = "sum" }'],
      '4:3 The text "total" occurs 5 times: in lines 9, 13, 17, 18, 19.\nSay in which the variant changes it:\n# lines = "9"',
    ],
    [
      ['replace = { "lock" = "lock" }'],
      '4:3 The variant replaces "lock" by the same text.\nName the text that takes its place.',
    ],
    [
      [],
      '2:1 A variant changes something, and this one names no change.\n# remove = "with lock:"\nor\n# replace = { "exact text" = "other text" }',
    ],
    [['remov = "with lock:"'], '4:3 variant 1 has no key "remov".\nDid you mean "remove"?'],
    [
      ['recorded = "no"', 'remove = "with lock:"'],
      '4:3 variant 1: recorded is not true or false.\n# recorded = false',
    ],
    [
      ['remove = "with lock:"', 'exit = 1', 'raises = "KeyError"', 'stderr = false'],
      '7:3 The traceback of raises is written to stderr, so stderr is part of the output.\nRemove stderr = false.',
    ],
  ] as const)('%s', ([lines, expected]) => {
    expect(problems(variant(...lines))).toEqual([expected]);
  });

  test('of the second variant in its own table', () => {
    const table = ['[[tool.verbatim.variant]]', 'name = "changed"', 'remove = "with lock:"'];
    expect(problems(sourceWith(...table, ...table))).toEqual([
      '6:3 Two variants have the name "changed".\nName what each of them changes.',
    ]);
  });
});

test('each line of a variant is one of its original', () => {
  const original = exampleOf(variant('remove = "with lock:"'));
  const [own] = original.variants;
  const before = original.source.split('\n');
  const lines = own?.variant?.originalLines ?? [];
  for (const [index, text] of (own?.source.split('\n') ?? []).entries())
    expect((before[(lines[index] ?? 0) - 1] ?? '').trim()).toBe(text.trim());
});
