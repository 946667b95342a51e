import { describe, expect, test } from 'vitest';
import { describeStuck } from '../../../../src/core/timeline/stuck-lanes.ts';
import { watchedRun } from '../../../../src/core/timeline/watched-lanes.ts';

const SOURCE = ['with pen:', 'with paper:', 'ada.join()', 'time.sleep(9)'];
const lineText = (line: number) => ({ number: line + 10, text: SOURCE[line - 1] ?? '' });
const stuck = (...events: readonly (readonly unknown[])[]) =>
  describeStuck(watchedRun(events.map(each => JSON.stringify(each)).join('\n')), lineText);

const thread = (lane: string, name: string): readonly unknown[] => ['start', lane, 0, 'thread', name];
const waits = (
  lane: string,
  [line, call, on, holder, isTimed = false]: readonly [number | null, string, string?, string?, boolean?],
): readonly unknown[] => ['wait', lane, 1, line, call, on ?? null, holder ?? null, isTimed];

describe('a run that is stuck', () => {
  test('says of each thread where it waits, who holds that, and in which circle', () => {
    expect(
      stuck(
        thread('1.1', 'MainThread'),
        thread('1.2', 'Ada'),
        thread('1.3', 'Bob'),
        waits('1.1', [3, 'Thread.join', 'Ada']),
        waits('1.2', [2, 'Lock.acquire', 'paper', '1.3']),
        waits('1.3', [1, 'Lock.acquire', 'pen', '1.2']),
      ),
    ).toEqual({
      text: [
        'MainThread waits in Thread.join for Ada, line 13: ada.join()',
        'Ada waits in Lock.acquire for paper, which Bob holds, line 12: with paper:',
        'Bob waits in Lock.acquire for pen, which Ada holds, line 11: with pen:',
        'Circle: Ada → paper → Bob → pen → Ada',
        '',
      ].join('\n'),
    });
  });

  test('is described alike, whichever of its threads began first', () => {
    const found = [
      ['1.2', '1.10'],
      ['1.10', '1.2'],
    ].map(([first = '', second = '']) => {
      const names = new Map([
        [first, 'Thread-9 (a)'],
        [second, 'Thread-10 (b)'],
      ]);
      return stuck(
        thread('1.1', 'MainThread'),
        ...[...names].toSorted().map(([lane, name]) => thread(lane, name)),
        waits('1.1', [3, 'Thread.join', 'Thread-9 (a)']),
        waits(second, [1, 'Lock.acquire', 'pen', first]),
        waits(first, [2, 'Lock.acquire', 'paper', second]),
      );
    });
    expect(found[0]).toEqual(found[1]);
    expect(found[0]).toMatchObject({
      text: expect.stringMatching(/^MainThread .*\nThread-9 .*\nThread-10 .*\nCircle: Thread-9/) as string,
    });
  });

  test('has a circle of one, if a thread holds itself what it waits for', () => {
    expect(stuck(thread('1.1', 'MainThread'), waits('1.1', [1, 'Lock.acquire', 'pen', '1.1']))).toEqual({
      text:
        'MainThread waits in Lock.acquire for pen, which it holds, line 11: with pen:\n' +
        'Circle: MainThread → pen → MainThread\n',
    });
  });

  test('has a circle of three, and one through a thread that is joined', () => {
    const three = stuck(
      thread('1.1', 'a'),
      thread('1.2', 'b'),
      thread('1.3', 'c'),
      waits('1.1', [1, 'Lock.acquire', 'x', '1.2']),
      waits('1.2', [1, 'Lock.acquire', 'y', '1.3']),
      waits('1.3', [3, 'Thread.join', 'a']),
    );
    expect(three).toMatchObject({
      text: expect.stringContaining('Circle: a → x → b → y → c → a\n') as string,
    });
  });

  test('has no circle where nobody is known to hold what a thread waits for', () => {
    expect(stuck(thread('1.1', 'MainThread'), waits('1.1', [1, 'Queue.get', 'jobs']))).toEqual({
      text: 'MainThread waits in Queue.get for jobs, line 11: with pen:\n',
    });
  });

  test('leaves out threads that have ended, and the thread of a loop whose tasks wait', () => {
    const found = stuck(
      thread('1.1', 'MainThread'),
      thread('1.2', 'done'),
      ['start', '1.3', 0, 'task', 'Task-1 (main)'],
      waits('1.1', [3, 'asyncio.run']),
      waits('1.2', [1, 'Lock.acquire']),
      ['end', '1.2', 2],
      waits('1.3', [2, 'Event.wait', 'ready']),
    );
    expect(found).toEqual({ text: 'Task-1 (main) waits in Event.wait for ready, line 12: with paper:\n' });
  });

  test('has one line for a thread whose name has several', () => {
    const [first, ...others] = (
      stuck(thread('1.1', 'a\nCircle: x'), waits('1.1', [1, 'Lock.acquire'])) as { text: string }
    ).text.split('\n');
    expect([first, others]).toEqual(['a Circle: x waits in Lock.acquire, line 11: with pen:', ['']]);
  });
});

describe('a run that is at rest is not stuck', () => {
  test('if a clock ends what one of its threads waits for', () => {
    expect(
      stuck(
        thread('1.1', 'MainThread'),
        thread('1.2', 'Ada'),
        waits('1.1', [3, 'Thread.join', 'Ada']),
        waits('1.2', [4, 'time.sleep', undefined, undefined, true]),
      ),
    ).toEqual({ reason: 'Ada waits in time.sleep, and goes on by itself', line: 4 });
  });

  test('if none of its threads waits at a line of the sample', () => {
    const reason = 'no thread of it waits at a line of the sample';
    expect(stuck(thread('1.1', 'MainThread'))).toEqual({ reason });
    expect(stuck(thread('1.1', 'MainThread'), waits('1.1', [null, 'Lock.acquire']))).toEqual({ reason });
  });
});
