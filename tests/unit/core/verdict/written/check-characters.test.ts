import { describe, expect, test } from 'vitest';
import { checkCharacters } from '../../../../../src/core/verdict/written/check-characters.ts';

describe('an output may hold', () => {
  test.for([
    'tabs\tand line feeds\n',
    '\u001b[31mred\u001b[0m, \u001b[1;38;2;1;2;3mtrue color\u001b[m',
    '\u001b[38;5;8mgray\u001b[0m, \u001b[48;2;8;8;8;1mblack\u001b[58;5;8mline\u001b[m',
    'עברית, 漢字, é, ﬁ, �, 👩‍💻, ❤️, 1️⃣, 🏴󠁧󠁢󠁥󠁮󠁧󠁿, 🇫🇷',
  ])('%j', text => {
    expect(checkCharacters(text, 'stdout')).toBeUndefined();
  });
});

describe('an output is refused, with its line and column, that holds', () => {
  test.for<[string, RegExp]>([
    ['a\0', /^It wrote a NUL character to stdout, in line 1, column 2\.$/],
    ['a\n\r50 %', /^It wrote a carriage return to stdout, in line 2, column 1\.$/],
    ['a\r\n', /carriage return/],
    ['\u0007', /U\+0007/],
    ['\b', /U\+0008/],
    ['\v', /U\+000B/],
    ['\f', /U\+000C/],
    ['\u007f', /U\+007F/],
    ['\u0085', /U\+0085/],
    ['\u001b]8;;https://example.org\u0007link', /an escape sequence that is no color/],
    ['\u001b[2J', /an escape sequence that is no color/],
    ['\u001b[31', /an escape sequence that is no color/],
    ['\u001b', /an escape sequence that is no color/],
    ['\u001b[4:3mcurly', /an escape sequence that is no color/],
    ['a\u001b[8mb', /a style that conceals text \(\\x1b\[8m\) to stdout, in line 1, column 2\.$/],
    ['\u001b[1;38;5;8;8mb', /conceals/],
    ['\u001b[38;2;1;2;3;08mb', /conceals/],
    ['\u001b[38;8mb', /conceals/],
    ['\u009b31m', /an escape sequence of one byte/],
    ['x\u202ey', /changes the direction of text \(U\+202E\)/],
    ['x\u200by', /nobody sees \(U\+200B\) to stdout, in line 1, column 2/],
    ['x\u200dy', /U\+200D/],
    ['x\ufe0fy', /U\+FE0F/],
    ['\u3164', /U\+3164/],
    ['\u00ad', /U\+00AD/],
    ['\u034f', /U\+034F/],
    ['\u2028', /U\+2028/],
    ['\ufeff', /U\+FEFF/],
    ['\uffff', /U\+FFFF/],
    ['\u{e0041}', /U\+E0041/],
    ['👩\u200d', /U\+200D/],
  ])('%j', ([text, title]) => {
    expect(checkCharacters(text, 'stdout')?.title).toMatch(title);
    expect(checkCharacters(text, 'stdout')?.remedy).toMatch(/\S/);
  });
});
