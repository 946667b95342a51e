import { expect, test } from 'vitest';
import type { Example } from '../../../../../src/core/example/example.ts';
import { checkWatched } from '../../../../../src/core/verdict/watched/check-watched.ts';
import { exampleOf, sourceOf } from '../../../../fixtures/examples.ts';

const derived = exampleOf(sourceOf('timeline = true')).timeline as Example;
const watched = (out: string) => ({ out: '{}', besides: { out } });

test('a watched run may print what the example prints, and nothing else', () => {
  expect(checkWatched(derived, watched('hello\n'), { out: 'hello\n' })).toBeUndefined();
  expect(checkWatched(derived, watched('bye\n'), { out: 'hello\n' })).toMatchObject({
    title: 'Watched, it prints something else than examples/topic/sample.out:1',
    detail: expect.stringContaining('bye'),
  });
});

test('an example whose output was never recorded has nothing to be compared with', () => {
  expect(checkWatched(derived, watched('hello\n'), undefined)).toMatchObject({
    remedy: 'npm run record -- topic/sample',
  });
});

test('an example that nobody watches is not compared', () => {
  expect(checkWatched(exampleOf(), { out: 'a\n' }, { out: 'b\n' })).toBeUndefined();
});
