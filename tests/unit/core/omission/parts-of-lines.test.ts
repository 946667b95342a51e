import { describe, expect, test } from 'vitest';
import { joinEdits, omit } from '../../../../src/core/omission/omit.ts';
import { CHANGES } from '../../../../src/core/omission/part.ts';
import { partsOfLines } from '../../../../src/core/omission/parts-of-lines.ts';
import { exampleOf } from '../../../fixtures/examples.ts';

/** A source whose highlighted lines end with `#!` → each part, and the source without it. */
function takenOut(marked: string): readonly (readonly [change: string, lines: string, source: string])[] {
  const lines = marked.split('\n');
  const numbers = lines.flatMap((line, index) => (line.endsWith('#!') ? [index + 1] : []));
  const source = lines.map(line => line.replace(/ *#!$/, '')).join('\n');
  return partsOfLines(source, numbers).map(part => [
    CHANGES[part.change],
    part.lines.join(','),
    omit(exampleOf(source), [part]).source,
  ]);
}

const code = (text: TemplateStringsArray): string =>
  text.join('').replace(/^\n/, '').replaceAll(/^ {4}/gm, '');

/** What is highlighted, what is taken out, and what stays. */
const KINDS: readonly (readonly [
  kind: string,
  marked: string,
  change: keyof typeof CHANGES,
  rest: string,
])[] = [
  ['a call', 'a()\nb()  #!\nc()', 'out', 'a()\n\nc()'],
  ['the only statement of a body', 'if a:\n    b()  #!\nc()', 'out', 'if a:\n    pass\nc()'],
  ['the value of an assignment', 'x = 3 + y  #!\nf(x)', 'none', 'x = None\nf(x)'],
  ['the arguments of an assigned call', 'q = Queue(maxsize=2)  #!\n', 'arguments', 'q = Queue()\n'],
  ['an assigned call without arguments', 'lock = Lock()  #!\n', 'none', 'lock = None\n'],
  ['what is awaited', 'x = await f(1)  #!\n', 'arguments', 'x = await f()\n'],
  ['an assignment of None', 'x = None  #!\nf()', 'out', '\nf()'],
  ['an annotation', 'x: int  #!\nf()', 'out', '\nf()'],
  ['the value of an annotated name', 'x: int = 3  #!\nf()', 'none', 'x: int = None\nf()'],
  ['a sum', 'x += 1  #!\nf()', 'out', '\nf()'],
  ['a return', 'def f():\n    a()\n    return 1  #!\n', 'out', 'def f():\n    a()\n\n'],
  ['the first line of a with', 'with lock:  #!\n    a()\n    b()\n', 'header', '\na()\nb()\n'],
  ['a whole with', 'with lock:  #!\n    a()  #!\n    b()  #!\nc()\n', 'header', '\na()\nb()\nc()\n'],
  ['a with in one line', 'with lock: a()  #!\n', 'header', 'a()\n'],
  ['an async with', 'async with a as b:  #!\n    c()\n', 'header', '\nc()\n'],
  ['the first line of an if', 'if a:  #!\n    b()\nelse:\n    c()\n', 'header', '\nb()\n\n\n'],
  ['a whole if', 'if a:  #!\n    b()  #!\nc()\n', 'out', '\n\nc()\n'],
  ['the first line of a loop', 'for _ in x:  #!\n    b()\n', 'header', '\nb()\n'],
  ['a whole loop', 'while x:  #!\n    b()  #!\nc()\n', 'out', '\n\nc()\n'],
  ['a whole try', 'try:  #!\n    a()  #!\nexcept E:  #!\n    b()  #!\n', 'header', '\na()\n\n\n'],
  ['the only except', 'try:\n    a()\nexcept E:  #!\n    b()\n', 'header', '\na()\n\n\n'],
  [
    'one except of two',
    'try:\n    a()\nexcept E:  #!\n    b()  #!\nexcept F:\n    c()\n',
    'out',
    'try:\n    a()\n\n\nexcept F:\n    c()\n',
  ],
  ['the only finally', 'try:\n    a()\nfinally:  #!\n    b()\n', 'header', '\na()\n\n\n'],
  [
    'a finally behind an except',
    code`
    try:
        a()
    except E:
        b()
    finally:  #!
        c()
    `,
    'out',
    'try:\n    a()\nexcept E:\n    b()\n\n\n',
  ],
  ['an else', 'if a:\n    b()\nelse:  #!\n    c()  #!\n', 'out', 'if a:\n    b()\n\n\n'],
  [
    'a case',
    'match x:\n    case 1:  #!\n        a()\n    case _:\n        b()\n',
    'out',
    'match x:\n\n\n    case _:\n        b()\n',
  ],
  [
    'the first line of a definition',
    'def f():  #!\n    a()\n    b()\nf()\n',
    'body',
    'def f(): pass\n\n\nf()\n',
  ],
  ['a whole class', 'class A:  #!\n    x = 1  #!\n', 'body', 'class A: pass\n\n'],
  ['a decorator', '@cache  #!\ndef f():\n    a()\n', 'out', '\ndef f():\n    a()\n'],
  ['an import', 'import a  #!\nf()\n', 'out', '\nf()\n'],
  [
    'an argument in a line of its own',
    't = T(\n    f,\n    daemon=True,  #!\n)\n',
    'items',
    't = T(\n    f,\n    \n)\n',
  ],
  [
    'the last argument, without a comma',
    't = T(\n    f,\n    3  #!\n)\n',
    'items',
    't = T(\n    f,\n    \n)\n',
  ],
  [
    'a parameter',
    'def f(\n    a,\n    b=1,  #!\n):\n    c()\n',
    'items',
    'def f(\n    a,\n    \n):\n    c()\n',
  ],
  [
    'an entry of a dictionary',
    'd = {\n    "a": 1,  #!\n    "b": 2,\n}\n',
    'items',
    'd = {\n    \n    "b": 2,\n}\n',
  ],
  ['an operand', 'x = (\n    a\n    + b  #!\n)\n', 'items', 'x = (\n    a\n    \n)\n'],
  ['one text of several', 'x = (\n    "a"\n    "b"  #!\n)\n', 'items', 'x = (\n    "a"\n    \n)\n'],
  ['a closing bracket', 'x = f(\n    a,\n)  #!\n', 'arguments', 'x = f(\n\n)\n'],
  ['the first line of a long call', 'f(  #!\n    a,\n)\ng()\n', 'out', '\n\n\ng()\n'],
  ['two statements in a line', 'a(); b()  #!\nc()\n', 'out', '\nc()\n'],
  ['a comment beside code', '# why  #!\na()  #!\nb()\n', 'out', '# why\n\nb()\n'],
  ['a comment alone', 'a()\n# why  #!\n\nb()\n', 'nothing', 'a()\n# why\n\nb()\n'],
  ['a global statement', 'def f():\n    global n  #!\n    n = 1\n', 'out', 'def f():\n\n    n = 1\n'],
  [
    'a method in one line',
    'class A:\n    def m(self): a()  #!\n',
    'body',
    'class A:\n    def m(self): pass\n',
  ],
];

describe('of a highlighted line the part is taken out that it is for:', () => {
  test.for(KINDS)('%s', ([, marked, change, rest]) => {
    expect(takenOut(marked).map(([how, , source]) => [how, source])).toEqual([[CHANGES[change], rest]]);
  });
});

test('each statement of a range is a part of its own', () => {
  expect(takenOut('a()  #!\nb()  #!\nc()').map(([, lines]) => lines)).toEqual(['1', '2']);
});

test('of a block that is highlighted in part, the first line and each statement are parts', () => {
  const parts = takenOut('with lock:  #!\n    a()  #!\n    b()\n');
  expect(parts).toEqual([
    [CHANGES.header, '1', '\na()\nb()\n'],
    [CHANGES.out, '2', 'with lock:\n\n    b()\n'],
  ]);
});

test('each decorator and its function are parts', () => {
  const parts = takenOut('@a  #!\n@b  #!\ndef f():  #!\n    c()  #!\n');
  expect(parts.map(([how, lines]) => [how, lines])).toEqual([
    [CHANGES.out, '1'],
    [CHANGES.out, '2'],
    [CHANGES.body, '3,4'],
  ]);
});

test('lines of one statement are one part', () => {
  expect(takenOut('f(  #!\n    a,  #!\n    b,  #!\n)  #!\n').map(([, lines]) => lines)).toEqual(['1,2,3,4']);
});

test('a line of a text that is several lines long is taken out of the text', () => {
  expect(takenOut('x = """a\nb  #!\nc"""\n')).toEqual([[CHANGES.items, '2', 'x = """a\n\nc"""\n']]);
});

test('a comment that looks like code, and a text that looks like a comment', () => {
  expect(takenOut('# a()  #!\nb()').map(([how]) => how)).toEqual([CHANGES.nothing]);
  expect(takenOut('x = """\n# a  #!\n"""\n').map(([how]) => how)).toEqual([CHANGES.items]);
});

test('arguments that are true or false are named, except those that no recording can show', () => {
  const [part] = partsOfLines('t = T(f, daemon=True, name="a", g(x=False)); print(1, flush=True)', [1]);
  expect(part?.flags.map(({ text }) => text)).toEqual(['daemon=True', 'x=False']);
});

test('without an argument such as daemon=True, the others stay', () => {
  const source = 't = T(target=f, daemon=True)\n';
  const [part] = partsOfLines(source, [1]);
  const [flag] = part?.flags ?? [];
  if (part === undefined || flag === undefined) throw new Error('There is no such argument');
  expect(omit(exampleOf(source), [{ ...part, ...flag }]).source).toBe('t = T(target=f, )\n');
});

test('what follows keeps its line number, so that a traceback is the same', () => {
  const source = 'try:\n    a()\nexcept E:\n    b()\nfinally:\n    c()\nraise X\n';
  for (const line of [1, 3, 5]) {
    const [part] = partsOfLines(source, [line]);
    const changed = part && omit(exampleOf(source), [part]).source;
    expect(changed?.split('\n')[6]).toBe('raise X');
  }
});

test('several parts are taken out together, also one inside another', () => {
  const source = 'with lock:\n    a()\n    b()\n';
  const parts = partsOfLines(source, [1, 2]);
  expect(omit(exampleOf(source), parts).source).toBe('\n\nb()\n');
  const lone = 'with lock:\n    if x:\n        a()\n    b()\n';
  const nested = [...partsOfLines(lone, [1]), ...partsOfLines(lone, [3])];
  expect(omit(exampleOf(lone), nested).source).toBe('\nif x:\n    pass\nb()\n');
});

test('edits that overlap become one', () => {
  const joined = joinEdits([
    { from: 4, to: 8, text: '' },
    { from: 0, to: 6, text: '' },
    { from: 10, to: 12, text: 'x' },
  ]);
  expect(joined).toEqual([
    { from: 0, to: 8, text: '' },
    { from: 10, to: 12, text: 'x' },
  ]);
});
