import { describe, expect, test } from 'vitest';
import { runWatched } from '../../../fixtures/watched.ts';

const IMPORTS = 'import asyncio, os, queue, threading, time\n';
const TABLE = 'hangs = true\ntimeout = 0.5';

describe('a sample that hangs', () => {
  test.for<readonly [what: string, code: string, waits: string]>([
    [
      'a lock taken twice',
      'lock = threading.Lock()\nlock.acquire()\nlock.acquire()',
      'MainThread waits in Lock.acquire for lock, which it holds, line 9: lock.acquire()\nCircle: MainThread → lock → MainThread',
    ],
    [
      'a queue that nobody fills',
      'q = queue.Queue()\nq.get()',
      'MainThread waits in Queue.get for q, line 8: q.get()',
    ],
    [
      'an event that nobody sets',
      'e = threading.Event()\ne.wait()',
      'MainThread waits in Event.wait for e, line 8: e.wait()',
    ],
    [
      'a pipe that nobody writes',
      'r, w = os.pipe()\nos.read(r, 1)',
      'MainThread waits in os.read, line 8: os.read(r, 1)',
    ],
    [
      'a future that nobody sets',
      'async def main():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(main())',
      'Task-1 (main) waits in await, line 8: await asyncio.get_running_loop().create_future()',
    ],
    [
      'two threads that wait for each other',
      'def work(lane):\n    time.sleep(0.5)\n    others[lane].join()\nothers = {}\na = threading.Thread(target=work, args=("a",), name="a")\nb = threading.Thread(target=work, args=("b",), name="b")\nothers.update(a=b, b=a)\na.start(); b.start()',
      'a waits in Thread.join for b, line 9: others[lane].join()\nb waits in Thread.join for a, line 9: others[lane].join()\nCircle: a → b → a',
    ],
    [
      'two tasks that wait for locks of each other',
      'pen, paper = asyncio.Lock(), asyncio.Lock()\nasync def write(first, second):\n    async with first:\n        await asyncio.sleep(0.1)\n        await second.acquire()\nasync def main():\n    await asyncio.gather(asyncio.create_task(write(pen, paper), name="Ada"), asyncio.create_task(write(paper, pen), name="Bob"))\nasyncio.run(main())',
      'Ada waits in Lock.acquire for paper, which Bob holds, line 11: await second.acquire()\nBob waits in Lock.acquire for pen, which Ada holds, line 11: await second.acquire()\nCircle: Ada → paper → Bob → pen → Ada',
    ],
    [
      'a lock with an index, of an object in a list',
      'class Fork:\n    def __init__(self):\n        self.lock = threading.Lock()\nforks, i = [Fork(), Fork()], 1\nlock = forks[1].lock\nlock.acquire()\nwith forks[i].lock:\n    pass',
      'MainThread waits in Lock.acquire for lock, which it holds, line 13: with forks[i].lock:',
    ],
    [
      'a lock of a computed index',
      'forks, i = [threading.Lock(), threading.Lock()], 0\nforks[1].acquire()\nwith forks[i + 1]:\n    pass',
      ', line 9: with forks[i + 1]:',
    ],
    ...['spawn', 'fork', 'forkserver'].map((way): readonly [string, string, string] => [
      `a process that a ${way} starts`,
      `import multiprocessing\ndef work(items):\n    items.get()\nif __name__ == "__main__":\n    context = multiprocessing.get_context("${way}")\n    items = context.Queue()\n    child = context.Process(target=work, args=(items,), name="Ada")\n    child.start()\n    child.join()`,
      'MainThread waits in BaseProcess.join for Ada, line 15: child.join()\nAda waits in Queue.get',
    ]),
  ])('is ended, and shows where: %s', async ([, code, waits]) => {
    const { run, waits: shown, title } = await runWatched(`${IMPORTS}${code}\n`, { table: TABLE });
    expect(title).toBeUndefined();
    expect(run.ending).toBe('hung');
    expect(shown).toContain(waits);
  });

  test.for<readonly [what: string, code: string, ending: string, title: RegExp]>([
    ['it ends', 'print(1)', 'exited', /./],
    ['it ends after a while', 'time.sleep(1)', 'hung', /It is at rest, and not stuck/],
    ['it sleeps in a loop', 'while True:\n    time.sleep(0.1)', 'hung', /It is at rest, and not stuck/],
    ['it computes', 'while True:\n    pass', 'timed-out', /./],
    ['it waits with a timeout', 'threading.Event().wait(60)', 'hung', /It is at rest, and not stuck/],
  ])('is none, and it ends: %s', async ([, code, ending, expected]) => {
    const { run, title, waits } = await runWatched(`${IMPORTS}${code}\n`, { table: TABLE });
    expect({ ending: run.ending, waits }).toEqual({ ending, waits: undefined });
    expect(title).toMatch(expected);
  });
});
