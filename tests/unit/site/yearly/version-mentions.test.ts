import { expect, test } from 'vitest';
import { versionMentions } from '../../../../src/site/yearly/version-mentions.ts';

const said = (source: string): string[] =>
  versionMentions('content/a/b.mdx', source).map(
    ({ kind, line, version, text }) => `${kind} ${line} ${version}${text === '' ? '' : `: ${text}`}`,
  );

test('badges, claims and versions in the text are found at their lines, those in code are not', () => {
  const source = `---
title: New in 3.12
---

<Since version="3.14" file="a/b.py" /> Since *Python* 3.14, and in 3.14 too, \`python3.13t\` is there.

\`\`\`sh
python3.15 a.py
\`\`\`

<Outdated says="Python 3.9 is fast.">
So they say.
</Outdated>

| a | b |
|---|---|
| 1 | from 3.8.2 on |

<Note title="Only in 3.11">
</Note>
`;
  expect(said(source)).toEqual([
    'prose 2 3.12: title: New in 3.12',
    'since 5 3.14',
    'prose 5 3.14: Since *Python* 3.14, and in 3.14 too, `python3.13t` is ther…',
    'prose 5 3.13t: …*Python* 3.14, and in 3.14 too, `python3.13t` is there.',
    'outdated 11 : Python 3.9 is fast.',
    'prose 17 3.8.2: | 1 | from 3.8.2 on |',
    'prose 19 3.11: <Note title="Only in 3.11">',
  ]);
});

test.for([
  'It took 3.12 s, 3.12 seconds, 3.12 MB and 3.12%, or 3.12× and 3.12 times as long.',
  'Pi is 3.14159. Release 13.3.12, version 3.1 and 3.5, file a3.12b.',
  'See `examples/a.3.1.py`.',
])('%s: no version', text => {
  expect(said(text)).toEqual([]);
});

test('the sentence may end with it', () => {
  expect(said('Since 3.12.')).toEqual(['prose 1 3.12: Since 3.12.']);
});

test('an article that is no MDX is named', () => {
  expect(said('<Since version="3.12"\n')[0]).toMatch(/^unreadable 1 : /);
});
