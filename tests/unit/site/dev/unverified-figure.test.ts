import { describe, expect, test } from 'vitest';
import { judge } from '../../../../src/core/verdict/judge.ts';
import type { Recording } from '../../../../src/core/verdict/recording.ts';
import type { Run } from '../../../../src/core/verdict/run.ts';
import type { ExampleState } from '../../../../src/site/dev/examples/live-runs.ts';
import type { UnverifiedTab } from '../../../../src/site/dev/slot-store.ts';
import { unverifiedTab } from '../../../../src/site/dev/unverified-figure.ts';
import { PLAIN } from '../../../../src/site/highlight/plain-highlighter.ts';
import { exampleOf, recordingOf, runOf, sourceOf } from '../../../fixtures/examples.ts';

const EXAMPLE = exampleOf();
const DRAWING = exampleOf(sourceOf('artifacts = { "plot.svg" = "A line", "rows.csv" = "Rows" }'));
/** What a page shows after a run, compared with a recording; without a run, while it runs. */
function shown(run?: Run, recording?: Recording, example = EXAMPLE): UnverifiedTab {
  const { kind, problem } =
    run === undefined ? { kind: 'unrecorded' as const } : judge(example, run, recording);
  const entry = {
    id: example.id,
    file: example.file,
    verdict: kind,
    problems: problem === undefined ? [] : [problem],
  };
  const state: ExampleState = {
    example,
    recordings: { base: recording, versions: new Map() },
    running: run === undefined,
    entries: run === undefined ? [] : [entry],
    runs: run === undefined ? [] : [run],
    variants: [],
  };
  return unverifiedTab(state, undefined, PLAIN);
}

const panels = ({ panels: all }: UnverifiedTab): unknown => all.map(({ label, html }) => [label, html]);

describe('an example on a dev server', () => {
  test('shows the recording while the example runs', () => {
    const content = shown(undefined, recordingOf('hello\n'));
    expect([content.status, panels(content)]).toEqual(['running', [['Output, as recorded', 'hello\n']]]);
  });

  test('shows a new output, its difference from the recording once, and the command that accepts it', () => {
    const content = shown(runOf({ stdout: 'hallo\nno <end>' }), recordingOf('hello\n'));
    expect([content.status, panels(content)]).toEqual([
      'not accepted',
      [['Output, not accepted yet', 'hallo\nno &lt;end&gt;']],
    ]);
    expect(content.diff).toEqual([
      { kind: 'recorded', text: 'hello' },
      { kind: 'now', text: 'hallo' },
      { kind: 'now', text: 'no <end>' },
      { kind: 'gap', text: 'No newline at end of file' },
    ]);
    expect(content.problem).toEqual({
      where: 'examples/topic/sample.py',
      title: 'Output differs from the recording, examples/topic/sample.out:1',
      detail: undefined,
      remedy: 'If it is right now, accept it: npm run record -- topic/sample',
    });
  });

  test('shows what a run left, whatever it is, with its bytes in the page', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="4"/>';
    const artifacts = new Map([
      ['plot.svg', Buffer.from(svg)],
      ['rows.csv', Buffer.from('a,b\n1,2\n')],
    ]);
    const { note, artifacts: shownFiles } = shown(runOf({ artifacts }), undefined, DRAWING);
    expect(note).toBe(', not accepted yet');
    expect(shownFiles.map(({ name, dataUrl, shown: { kind } }) => [name, kind, dataUrl])).toEqual([
      ['plot.svg', 'picture', `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`],
      ['rows.csv', 'table', `data:text/csv;base64,${Buffer.from('a,b\n1,2\n').toString('base64')}`],
    ]);
    // A run that left one of two files failed; what it left is shown.
    const failed = shown(runOf({ artifacts: new Map([...artifacts].slice(0, 1)) }), undefined, DRAWING);
    expect([failed.status, failed.artifacts.map(({ name }) => name)]).toEqual(['failed', ['plot.svg']]);
  });

  test('has no difference if it was never recorded', () => {
    const content = shown(runOf({ stdout: 'hello\n' }));
    expect([content.status, content.diff, content.problem?.title]).toEqual([
      'not accepted',
      undefined,
      'Its output was never recorded.',
    ]);
  });

  test('shows the whole output of a failed run, and why it failed once', () => {
    const content = shown(
      runOf({
        stdout: 'so far\n',
        stderr:
          'Traceback (most recent call last):\n  File "sample.py", line 1, in <module>\nValueError: no\n',
        exitCode: 1,
      }),
      recordingOf('hello\n'),
    );
    expect([content.status, content.problem?.where, content.problem?.detail]).toEqual([
      'failed',
      'examples/topic/sample.py:1',
      undefined,
    ]);
    expect(content.hasFailed).toBe(true);
    expect(content.panels.map(({ label, stream }) => [label, stream])).toEqual([
      ['Output of the run that failed', 'out'],
      ['Error output of the run that failed', 'err'],
    ]);
  });

  test('shows the stacks of the threads after a timeout', () => {
    const content = shown(
      runOf({
        ending: 'timed-out',
        exitCode: undefined,
        signal: 'SIGKILL',
        stacks: 'Thread 0x1 (most recent call first):\n  File "sample.py", line 1 in <module>\n',
      }),
      recordingOf('hello\n'),
    );
    expect([content.status, content.problem?.detail]).toEqual([
      'failed',
      expect.stringContaining('line 1 in <module>'),
    ]);
  });
});
