import { expect, test } from 'vitest';
import {
  browserFacts,
  browserRecording,
  browserWords,
} from '../../../../../src/site/figures/parts/browser-facts.ts';
import { en } from '../../../../../src/core/words/en/en.ts';
import { recordingOf } from '../../../../fixtures/examples.ts';

const PROVED = { pyodide: '314.0.7', python: '3.14.2' };
const BASE = recordingOf('for all\n');
const NEWER = { ...recordingOf('for 3.14\n'), tag: '3.14' };
const FREE = { ...recordingOf('for 3.14t\n'), tag: '3.14t' };
const shown = (...recordings: readonly (typeof BASE)[]) => recordings.map(recording => ({ recording }));

test('a sample that nothing asked about has no facts', () => {
  expect(browserFacts(undefined, PROVED, { recorded: [BASE], verified: shown(BASE) })).toBeUndefined();
});

test.for([
  ['the recording for all versions', [BASE], [BASE], BASE],
  ['that of its own version, if there is one', [BASE, NEWER], [BASE, NEWER], NEWER],
  ['none, if pages do not show that one', [BASE, NEWER], [BASE], undefined],
  ['none of a free-threaded build', [BASE, FREE], [BASE, FREE], BASE],
  ['none, if nothing is shown', [BASE], [], undefined],
  ['none, if nothing was recorded', [], [], undefined],
] as const)('a run in the browser is judged by %s', ([, recorded, verified, judged]) => {
  expect(browserRecording({ recorded, verified: shown(...verified) }, PROVED.python)).toBe(judged);
});

test('a sample runs in the browser only where its page shows what it prints there', () => {
  const verdict = { id: 'a/b', verified: true };
  const facts = browserFacts(verdict, PROVED, { recorded: [BASE, NEWER], verified: shown(BASE) });
  expect(facts).toMatchObject({ verified: false });
  expect(facts && browserWords(facts, en.result)).toBe(
    'Does not run in the browser: it prints there what its page does not show',
  );
});

test.for([
  [{ id: 'a/b', verified: true }, 'Runs in the browser (Pyodide 314.0.7, Python 3.14.2)'],
  [
    { id: 'a/b', verified: false, reason: 'it starts threads' },
    'Does not run in the browser: it starts threads',
  ],
] as const)('%j reads: %s', ([verdict, words]) => {
  const facts = browserFacts(verdict, PROVED, { recorded: [BASE], verified: shown(BASE) });
  expect(facts && browserWords(facts, en.result)).toBe(words);
});
