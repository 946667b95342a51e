import { describe, expect, test } from 'vitest';
import { judge } from '../../../../src/core/verdict/judge.ts';
import type { Recording } from '../../../../src/core/verdict/recording.ts';
import type { Run } from '../../../../src/core/verdict/run.ts';
import type { Look } from '../../../../src/site/dev/live-runs.ts';
import { type DraftFigure, draftFigure } from '../../../../src/site/dev/unverified-figure.ts';
import type { Figure } from '../../../../src/site/figures/figure.ts';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';
import { exampleOf, recordingOf, runOf } from '../../../fixtures/examples.ts';

const EXAMPLE = exampleOf();
const FIGURE: Figure = {
  kind: 'figure',
  anchor: 'sample',
  id: EXAMPLE.id,
  file: EXAMPLE.file,
  title: 'sample.py',
  entry: 'sample.py',
  versions: [],
  exit: 3,
  promise: 'Lines may come in any order.',
  verdict: 'unrecorded',
};

/** What a page shows after a run, compared with a recording; without a run, while it runs. */
function shown(run?: Run, recording?: Recording): DraftFigure {
  const { kind, problem } =
    run === undefined ? { kind: 'unrecorded' as const } : judge(EXAMPLE, run, recording);
  const entry = {
    id: EXAMPLE.id,
    file: EXAMPLE.file,
    verdict: kind,
    problems: problem === undefined ? [] : [problem],
  };
  const look: Look = {
    example: EXAMPLE,
    recordings: { base: recording, variants: new Map() },
    running: run === undefined,
    entries: run === undefined ? [] : [entry],
    runs: run === undefined ? [] : [run],
  };
  return draftFigure(FIGURE, look, undefined, PLAIN);
}

const panels = ({ panels: all }: DraftFigure): unknown => all.map(({ label, html }) => [label, html]);

describe('a draft', () => {
  test('shows the recording while the example runs', () => {
    const draft = shown(undefined, recordingOf('hello\n'));
    expect([draft.status, panels(draft)]).toEqual(['running', [['Output, as recorded', 'hello\n']]]);
  });

  test('shows a new output with what it is not, once, and the command that accepts it', () => {
    const draft = shown(runOf({ stdout: 'hallo\nno <end>' }), recordingOf('hello\n'));
    expect([draft.status, panels(draft)]).toEqual([
      'not accepted',
      [['Output, not accepted yet', 'hallo\nno &lt;end&gt;']],
    ]);
    expect(draft.difference).toEqual([
      { kind: 'recorded', text: 'hello' },
      { kind: 'now', text: 'hallo' },
      { kind: 'now', text: 'no <end>' },
      { kind: 'gap', text: 'No newline at end of file' },
    ]);
    expect(draft.message).toEqual({
      where: 'examples/topic/sample.py',
      title: 'Output differs from the recording, examples/topic/sample.out:1',
      detail: undefined,
      remedy: 'If it is right now, accept it: npm run record -- topic/sample',
    });
  });

  test('of an example that was never recorded has nothing to differ from', () => {
    const draft = shown(runOf({ stdout: 'hello\n' }));
    expect([draft.status, draft.difference, draft.message?.title]).toEqual([
      'not accepted',
      undefined,
      'Its output was never recorded.',
    ]);
  });

  test('shows all that a failed run printed, and says why it failed once', () => {
    const draft = shown(
      runOf({
        stdout: 'so far\n',
        stderr:
          'Traceback (most recent call last):\n  File "sample.py", line 1, in <module>\nValueError: no\n',
        exitCode: 1,
      }),
      recordingOf('hello\n'),
    );
    expect([draft.status, draft.message?.where, draft.message?.detail]).toEqual([
      'failed',
      'examples/topic/sample.py:1',
      undefined,
    ]);
    expect([draft.figure.exit, draft.figure.promise]).toEqual([undefined, undefined]);
    expect(draft.panels.map(({ label, stream }) => [label, stream])).toEqual([
      ['Output of the run that failed', 'out'],
      ['Error output of the run that failed', 'err'],
    ]);
  });

  test('shows where the threads stood when time was up', () => {
    const draft = shown(
      runOf({
        ending: 'timed-out',
        exitCode: undefined,
        signal: 'SIGKILL',
        stacks: 'Thread 0x1 (most recent call first):\n  File "sample.py", line 1 in <module>\n',
      }),
      recordingOf('hello\n'),
    );
    expect([draft.status, draft.message?.detail]).toEqual([
      'failed',
      expect.stringContaining('line 1 in <module>'),
    ]);
  });
});
