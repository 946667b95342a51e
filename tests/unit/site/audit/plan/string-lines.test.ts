import { expect, test } from 'vitest';
import { shownCode, shownText } from '../../../../../src/core/example/displayed-code.ts';
import { expectedCode } from '../../../../../src/site/audit/plan/text/expected-text.ts';
import { exampleOf } from '../../../../fixtures/examples.ts';

const SOURCES = {
  'a whole region in a string': 'TEXT = """\n# region fake\ninside\n# endregion\n"""\nprint(TEXT)\n',
  'one marker in a string': 'TEXT = """\n# region fake\n"""\n# region real\nprint(TEXT)\n# endregion\n',
  'a marker behind a backslash': 'TEXT = "a \\\n# region fake"\nprint(TEXT)\n',
  'a marker behind a quotation mark in a comment': "# it's\n# region real\nprint(1)\n# endregion\n",
};

test.for(Object.entries(SOURCES))('pages and audit read markers alike: %s', ([, source]) => {
  const example = exampleOf(source);
  for (const region of [undefined, ...example.regions.map(({ name }) => name)])
    expect(expectedCode(source, region, true)).toBe(shownText(shownCode(example, region, true)));
  expect(shownText(shownCode(example, undefined, true)).includes('# region fake')).toBe(
    source.includes('fake'),
  );
});
