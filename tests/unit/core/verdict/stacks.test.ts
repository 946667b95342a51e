import { describe, expect, test } from 'vitest';
import { describeStacks } from '../../../../src/core/verdict/stacks.ts';
import { exampleOf } from '../../../fixtures/examples.ts';

const example = exampleOf('import threading\n\n\ndef worker():\n    lock.acquire()\n\n\n  thread.join()\n');
const thread = (id: number, ...calls: string[]): string =>
  [`Thread 0x${id} (most recent call first):`, ...calls.map(call => `  File ${call}`)].join('\n');
const WORKER = ['"sample.py", line 5 in worker', '"/opt/python/lib/threading.py", line 990 in run'];
const MAIN = ['"/opt/python/lib/threading.py", line 1094 in join', '"sample.py", line 8 in <module>'];

describe('the stacks of a run that did not end', () => {
  test('show the main thread first, each with its lines of source', () => {
    expect(describeStacks(example, [thread(1, ...WORKER), thread(2, ...MAIN)].join('\n\n'))).toEqual({
      text: `The main thread, its latest call first:
  File "/opt/python/lib/threading.py", line 1094 in join
  File "sample.py", line 8 in <module>
    thread.join()
Another thread, its latest call first:
  File "sample.py", line 5 in worker
    lock.acquire()
  File "/opt/python/lib/threading.py", line 990 in run`,
      line: 8,
    });
  });

  test('show a thread of the sample before a main thread that is in none of its lines', () => {
    const atExit = thread(2, '"/opt/python/lib/threading.py", line 1534 in _shutdown');
    const { text, line } = describeStacks(example, [thread(1, ...WORKER), atExit].join('\n\n')) ?? {};
    expect(text?.split('\n').filter(each => each.endsWith(':'))).toEqual([
      'Another thread, its latest call first:',
      'The main thread, its latest call first:',
    ]);
    expect(line).toBe(5);
  });

  test('show threads that are at the same place once, and no more than a few of those that differ', () => {
    const alike = Array.from({ length: 40 }, (_, id) => thread(id, ...WORKER));
    expect(describeStacks(example, [...alike, thread(99, ...MAIN)].join('\n\n'))?.text).toContain(
      '40 other threads, all of them, its latest call first:\n  File "sample.py", line 5',
    );
    const different = Array.from({ length: 40 }, (_, id) => thread(id, `"other.py", line ${id} in f`));
    expect(describeStacks(example, different.join('\n\n'))?.text).toMatch(/\n… and 34 more threads$/);
  });

  test('know no main thread if there are more than Python writes', () => {
    const { text } = describeStacks(example, `${thread(1, ...WORKER)}\n\n${thread(2, ...MAIN)}\n...\n`) ?? {};
    expect(text).not.toContain('main thread');
  });

  test('are short: of deep recursion, the first calls', () => {
    const deep = thread(1, ...Array.from({ length: 100 }, () => WORKER[0] as string));
    expect(describeStacks(example, deep)?.text).toMatch(/\n {2}… and 88 more calls$/);
    const wide = thread(1, `"sample.py", line 5 in ${'x'.repeat(5000)}`);
    expect(describeStacks(example, wide)?.text.length).toBeLessThan(400);
  });

  test('take the source from the project, whatever a sample wrote among them', () => {
    const forged = [
      '    all is well',
      thread(1, '"sample.py", line 5 in worker', '"/etc/passwd", line 1 in f', '"../secret.py", line 1 in f'),
      '    print("forged")',
      '::error::forged',
    ].join('\n');
    expect(describeStacks(example, forged)?.text).toBe(`The main thread, its latest call first:
  File "sample.py", line 5 in worker
    lock.acquire()
  File "/etc/passwd", line 1 in f
  File "../secret.py", line 1 in f`);
    expect(describeStacks(example, 'nothing of this kind')).toBeUndefined();
  });

  test('have no source for a line that the file does not have', () => {
    expect(describeStacks(example, thread(1, '"sample.py", line 999 in f'))?.text).toBe(
      'The main thread, its latest call first:\n  File "sample.py", line 999 in f',
    );
  });
});
