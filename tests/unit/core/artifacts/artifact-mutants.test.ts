import { describe, expect, test } from 'vitest';
import { artifactMutants } from '../../../../src/core/artifacts/artifact-mutants.ts';
import { artifactScore } from '../../../../src/core/contract/mutants.ts';
import { contractOf } from '../../../fixtures/examples.ts';
import { BLACK, pngOf, svgOf } from '../../../fixtures/artifacts/pictures.ts';

const FILES: Readonly<Record<string, Buffer>> = {
  'a.png': pngOf(40, 30, [{ x: 3, y: 3, width: 9, height: 20, color: BLACK }]),
  'gray.png': pngOf(40, 30, [], [127, 128, 127]),
  'a.svg': svgOf('<text x="1" y="2">Label</text>'),
  'a.csv': Buffer.from('a,b\r\n1,2\r\n'),
  'a.json': Buffer.from('{"a": [1, 2]}'),
  'a.txt': Buffer.from('two words\n'),
  'a.jpg': Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]),
};

describe('of a recorded file', () => {
  test.for(Object.entries(FILES))('every mutant is rejected: %s', ([name, bytes]) => {
    const contract = contractOf({ artifacts: { [name]: 'What it shows' } });
    const score = artifactScore(name, bytes, contract);
    expect(score.wronglyAccepted).toEqual([]);
    expect(score.rejected).toBe(artifactMutants(name, bytes).length);
    expect(score.rejected).toBeGreaterThan(2);
  });

  test('a label, a cell and a block are changed', () => {
    const names = (file: string): string[] =>
      artifactMutants(file, FILES[file] ?? Buffer.of()).map(({ name }) => name);
    expect(names('a.svg')).toContain('line 2: Label7');
    expect(names('a.csv')).toContain('line 2: 27');
    expect(names('a.png')).toContain('another block at 5, 3');
    expect(names('a.png')).toContain('nothing in its upper half');
  });
});

test('a threshold that hides all lets mutants pass', () => {
  const gray = pngOf(40, 30, [{ x: 3, y: 3, width: 9, height: 20, color: [100, 100, 100] }]);
  const contract = contractOf({ artifacts: { 'a.png': { alt: 'A bar', threshold: 1 } } });
  const { wronglyAccepted } = artifactScore('a.png', gray, contract);
  expect(wronglyAccepted.map(({ name }) => name)).toContain('nothing in its upper half');
});
