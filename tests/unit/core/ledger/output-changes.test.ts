import { describe, expect, test } from 'vitest';
import { outputChanges } from '../../../../src/core/ledger/collect-ledger.ts';
import { exampleOf, recordingOf, runOf, sourceOf } from '../../../fixtures/examples.ts';

const plain = exampleOf();
const whole = (text: string): { text: string; omitted: number } => ({ text, omitted: 0 });

describe('the outputs that changed', () => {
  test('are those of each stream that is not what was recorded', () => {
    const run = runOf({ stdout: 'new\n', stderr: 'oh\n' });
    expect(outputChanges(plain, run, recordingOf('old\n'))).toEqual([
      { stream: 'out', before: whole('old\n'), after: whole('new\n') },
      { stream: 'err', before: undefined, after: whole('oh\n') },
    ]);
  });

  test('have nothing before them where nothing was recorded', () => {
    expect(outputChanges(plain, runOf({ stdout: 'first\n' }), undefined)).toEqual([
      { stream: 'out', before: undefined, after: whole('first\n') },
    ]);
  });

  test('are none where the contract permits the other output', () => {
    const anyOrder = exampleOf(sourceOf('order = "any"'));
    expect(outputChanges(anyOrder, runOf({ stdout: 'b\na\n', exitCode: 3 }), recordingOf('a\nb\n'))).toEqual(
      [],
    );
    expect(outputChanges(anyOrder, runOf({ stdout: 'b\nc\n' }), recordingOf('a\nb\n'))).toHaveLength(1);
  });

  test('are none of a run that was ended, and of bytes that are no text', () => {
    expect(
      outputChanges(plain, runOf({ stdout: 'half', ending: 'timed-out' }), recordingOf('whole\n')),
    ).toEqual([]);
    expect(outputChanges(plain, runOf({ stdout: Buffer.from([0xff]) }), recordingOf('text\n'))).toEqual([]);
  });

  test('are also where a run hangs that is to hang, and none if it is to end', () => {
    const hanging = exampleOf(sourceOf('hangs = true\ntimeout = 1'));
    const events = [
      ['start', '1.1', 0, 'thread', 'MainThread'],
      ['wait', '1.1', 1, 6, 'Lock.acquire', 'pen', null, false],
    ];
    const run = runOf({ ending: 'hung', events: events.map(each => JSON.stringify(each)).join('\n') });
    const waits = 'MainThread waits in Lock.acquire for pen, line 6: print("hello")\n';
    expect(outputChanges(hanging, run, { ...recordingOf(''), waits: 'another\n' })).toEqual([
      { stream: 'waits', before: whole('another\n'), after: whole(waits) },
    ]);
    expect(outputChanges(hanging, run, { ...recordingOf(''), waits })).toEqual([]);
    expect(outputChanges(plain, { ...run, stdout: Buffer.from('half') }, recordingOf('whole\n'))).toEqual([]);
  });

  test('are kept as far as a person would read them, and say how much more there is', () => {
    const long = `${'x'.repeat(19_999)}😀and more`;
    const [change] = outputChanges(plain, runOf({ stdout: long }), recordingOf('short\n'));
    expect(change?.after).toEqual({ text: 'x'.repeat(19_999), omitted: long.length - 19_999 });
  });
});
