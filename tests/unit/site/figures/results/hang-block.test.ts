import { expect, test } from 'vitest';
import { hangBlock } from '../../../../../src/site/figures/parts/hang-block.ts';

const ADA = 'Ada waits in Lock.acquire for paper, which Bob holds, line 14: with second:';

test('a recording is sentences with name, line and code, and a circle of steps', () => {
  expect(hangBlock(`${ADA}\nCircle: Ada → paper → Bob → pen → Ada\n`)).toEqual({
    waits: [
      { name: 'Ada', call: 'Lock.acquire', on: 'paper', holder: 'Bob', line: '14', code: 'with second:' },
    ],
    circle: ['Ada', 'paper', 'Bob', 'pen', 'Ada'],
  });
});

test('a thread whose name looks like a circle is none', () => {
  const { waits, circle } = hangBlock(`Circle: a → b${ADA.slice(3)}\n`);
  expect(circle).toBeUndefined();
  expect(waits).toMatchObject([{ name: 'Circle: a → b' }]);
});

test('a line of another form is shown as it is', () => {
  expect(hangBlock('nobody knows\n').waits).toEqual(['nobody knows']);
});
