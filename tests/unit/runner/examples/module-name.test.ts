import { expect, test } from 'vitest';
import { badName } from '../../../../src/runner/examples/locate-examples.ts';

test.for(['a', 'threading/first_threads', '_private', 'match', 'http2/a1'])('%s is a name', id => {
  expect(badName(id, 'examples/x.py')).toEqual([]);
});

test.for([
  ['1st', 'example_1st'],
  ['with space', 'with_space'],
  ['threading/lambda', 'lambda_'],
  ['async', 'async_'],
  ['A', 'a'],
  ['dotted.name', 'dotted_name'],
] as const)('%s is none; better is %s', ([id, better]) => {
  const file = `examples/${id}.py`;
  const part = id.split('/').at(-1) ?? '';
  const right = file.replace(part, better);
  const from = id.includes(' ') ? `'${file}'` : file;
  expect(badName(id, file).map(({ remedy }) => remedy)).toEqual([`mv ${from} ${right}`]);
});
