import { expect, test } from 'vitest';
import { mendedTag } from '../../../../src/site/tags/mend-tag.ts';

test.for([
  ['<Example file=a/b.py />', 'file', 'no quotes', '<Example file="a/b.py" />'],
  ['<Example file="a.py" output=false/>', 'output', 'no quotes', '<Example file="a.py" output={false}/>'],
  ['<Output file=“a.py” /> and more', 'file', 'quotes of another kind', '<Output file="a.py" />'],
  ['<Example file="a.py />', 'file', 'no quote at its end', '<Example file="a.py" />'],
  ['<Note title="A">', undefined, undefined, undefined],
  ['<Value file=a match="(\\d)">3</Value>', 'file', 'no quotes', '<Value file="a" match="(\\d)">'],
  ['<5 and 6', undefined, undefined, undefined],
  ['<Example file={a > b} />', undefined, undefined, undefined],
  ['<Example file=', undefined, undefined, undefined],
] as const)('%s', ([text, prop, fault, tag]) => {
  expect(mendedTag(text)).toEqual(tag && { prop, fault, tag });
});

test('a text of many quotes does not take long', () => {
  expect(mendedTag(`<Example ${'a="b '.repeat(400)}`)).toBeUndefined();
});
