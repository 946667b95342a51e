import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { auditedTerms, plainDefinition } from '../../../../src/site/audit/plan/lesson/audited-glossary.ts';
import { nearestTerm, termOf } from '../../../../src/site/glossary/glossary.ts';
import { parseGlossary } from '../../../../src/site/glossary/parse-glossary.ts';

const read = (yaml: string) => parseGlossary(yaml, 'content/glossary.yaml');

test('a term is found by its name and its aliases, in upper and lower case and over a line break', () => {
  const { glossary } = read('race condition:\n  text: A fault.\n  aliases: [races]\n');
  for (const name of ['race condition', 'Race  Condition', 'race\ncondition', 'RACES'])
    expect([name, termOf(glossary, name)?.slug]).toEqual([name, 'race-condition']);
  expect(termOf(glossary, 'racing')).toBeUndefined();
  expect(nearestTerm(glossary, 'race conditoin')).toBe('race condition');
});

test('a definition is HTML of the few marks that it may have, with everything else escaped', () => {
  const [term] = read('a:\n  text: \'*b* `c < d` [e "f"](/g/?h="i"&j) & k\'\n').glossary.terms;
  expect(term?.html).toBe(
    '<em>b</em> <code>c &lt; d</code> <a href="/g/?h=&quot;i&quot;&amp;j">e "f"</a> &amp; k',
  );
  expect(term?.plain).toBe('b c < d e "f" & k');
});

test.for(['<b>x</b>', '- x', '# x', 'x\n\ny', '![x](/y.png)', '```\nx\n```', 'a  \nb'])(
  'a definition of %j is refused',
  text => {
    const { problems } = read(`a:\n  text: ${JSON.stringify(text)}\n`);
    expect(problems.map(({ title, line }) => [title, line])).toEqual([
      ['The definition of "a" is not one paragraph of text, code, emphasis and links.', 2],
    ]);
  },
);

test('our glossary is sound, and the audit reads the same of it with code of its own', async () => {
  const source = await readFile('content/glossary.yaml', 'utf8');
  const { glossary, problems } = read(source);
  expect(problems).toEqual([]);
  expect(glossary.terms.length).toBeGreaterThan(40);
  const audited = auditedTerms(source).map(term => [term.name, term.slug, plainDefinition(term)]);
  expect(audited).toEqual(glossary.terms.map(({ name, slug, plain }) => [name, slug, plain]));
});
