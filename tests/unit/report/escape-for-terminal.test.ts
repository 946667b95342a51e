import { expect, test } from 'vitest';
import { escapeForTerminal } from '../../../src/report/text.ts';

test.for<[string, string]>([
  ['plain, é, 漢字, 👩‍💻\n\tand another line', 'plain, é, 漢字, 👩‍💻\n\tand another line'],
  ['\u001b[31mred\u001b[0m \u009b2J', '\\x1b[31mred\\x1b[0m \\x9b2J'],
  [
    '\u001b]0;title\u0007 \u001b]8;;javascript:alert(1)\u001b\\link',
    '\\x1b]0;title\\x07 \\x1b]8;;javascript:alert(1)\\x1b\\link',
  ],
  ['over\rwritten\b', 'over\\x0dwritten\\x08'],
  ['a\u202eb\u2066c\u200bd\ufeff', 'a\\u202eb\\u2066c\\u200bd\\ufeff'],
  ['::error file=a.py::forged', '\\x3a:error file=a.py::forged'],
  ['first\n  ::set-output name=a::b', 'first\n  \\x3a:set-output name=a::b'],
  ['-##[error]forged', '-#\\x23[error]forged'],
  ['std::cout', 'std::cout'],
])('%j becomes %s', ([text, escaped]) => {
  expect(escapeForTerminal(text)).toBe(escaped);
});
