import { describe, expect, test } from 'vitest';
import { allInterpreters, runWatched, structureOf } from '../../../fixtures/watched.ts';

const IMPORTS = 'import asyncio, queue, threading, time\n';
/** A code, what its lanes do, and how many handovers between lanes end a wait. */
type Row = readonly [what: string, code: string, lanes: string, handovers: number];

/** A thread named Bob that has begun, beside the main thread. */
const bob = (body: string, main: string): string =>
  `${IMPORTS}${body}\nt = threading.Thread(target=bob, name="Bob")\n${main}\n`;

/** On a machine that is busy, a thread begins late, and waits where else it would not. */
const table = 'timeline = { resolution = 0.25 }';

const ROWS: readonly Row[] = [
  [
    'a lock',
    bob(
      'lock = threading.Lock()\ndef bob():\n    with lock:\n        print("in")',
      'with lock:\n    t.start()\n    time.sleep(0.6)\nt.join()',
    ),
    'MainThread: time.sleep\nBob: Lock.acquire lock (MainThread), "in"',
    1,
  ],
  [
    'a lock of an object',
    bob(
      'class Account:\n    def __init__(self):\n        self.lock = threading.Lock()\na = Account()\ndef bob():\n    with a.lock:\n        print("in")',
      'with a.lock:\n    t.start()\n    time.sleep(0.6)\nt.join()',
    ),
    'MainThread: time.sleep\nBob: Lock.acquire a.lock (MainThread), "in"',
    1,
  ],
  [
    'a lock that is taken twice',
    bob(
      'lock = threading.RLock()\ndef bob():\n    lock.acquire()\n    lock.release()',
      'lock.acquire()\nlock.acquire()\nt.start()\ntime.sleep(0.6)\nlock.release()\nlock.release()\nt.join()',
    ),
    'MainThread: time.sleep\nBob: RLock.acquire lock (MainThread)',
    1,
  ],
  [
    'an event',
    bob('e = threading.Event()\ndef bob():\n    e.wait()', 't.start()\ntime.sleep(0.6)\ne.set()\nt.join()'),
    'MainThread: time.sleep\nBob: Event.wait e',
    1,
  ],
  [
    'a condition',
    bob(
      'c = threading.Condition()\ndef bob():\n    with c:\n        c.wait()',
      't.start()\ntime.sleep(0.6)\nwith c:\n    c.notify()\nt.join()',
    ),
    'MainThread: time.sleep\nBob: Condition.wait c',
    1,
  ],
  [
    'a semaphore',
    bob(
      's = threading.Semaphore(0)\ndef bob():\n    s.acquire()',
      't.start()\ntime.sleep(0.6)\ns.release()\nt.join()',
    ),
    'MainThread: time.sleep\nBob: Semaphore.acquire s',
    1,
  ],
  [
    'a barrier',
    bob(
      'b = threading.Barrier(2)\ndef bob():\n    b.wait()',
      't.start()\ntime.sleep(0.6)\nb.wait()\nt.join()',
    ),
    'MainThread: time.sleep\nBob: Barrier.wait b',
    1,
  ],
  [
    'a queue that is full',
    bob(
      'q = queue.Queue(1)\ndef bob():\n    q.put(1)\n    q.put(2)',
      't.start()\ntime.sleep(0.6)\nq.get()\nt.join()',
    ),
    'MainThread: time.sleep\nBob: Queue.put q',
    1,
  ],
  [
    'an exception in a thread',
    bob(
      'threading.excepthook = lambda a: print("hook", a.exc_type.__name__)\ndef bob():\n    time.sleep(0.5)\n    1 / 0',
      't.start()\nt.join()',
    ),
    'MainThread: Thread.join Bob\nBob: time.sleep, "hook ZeroDivisionError"',
    0,
  ],
  [
    'a daemon thread that the end meets',
    `${IMPORTS}def bob():\n    time.sleep(9)\nthreading.Thread(target=bob, name="Bob", daemon=True).start()\ntime.sleep(0.5)\n`,
    'MainThread: time.sleep\nBob: time.sleep',
    0,
  ],
  [
    'tasks that are gathered',
    `${IMPORTS}async def one():\n    await asyncio.sleep(0.5)\nasync def main():\n    await asyncio.gather(one(), one())\nasyncio.run(main())\n`,
    'Task-1 (main): asyncio.gather\nTask-2 (one): asyncio.sleep\nTask-3 (one): asyncio.sleep',
    0,
  ],
  [
    'a queue of tasks',
    `${IMPORTS}async def put(q):\n    await asyncio.sleep(0.5)\n    await q.put(1)\nasync def main():\n    q = asyncio.Queue()\n    t = asyncio.create_task(put(q))\n    print(await q.get())\nasyncio.run(main())\n`,
    'Task-1 (main): Queue.get, "1"\nTask-2 (put): asyncio.sleep',
    0,
  ],
  [
    'a pool of threads',
    `${IMPORTS}from concurrent.futures import ThreadPoolExecutor\ndef work(n):\n    time.sleep(0.5)\n    return n\nwith ThreadPoolExecutor(2, thread_name_prefix="W") as pool:\n    print(sum(pool.map(work, range(2))))\n`,
    'MainThread: Executor.map, "1"\nW_0: time.sleep\nW_1: time.sleep',
    1,
  ],
  [
    'a group of tasks in which one fails',
    `${IMPORTS}async def long():\n    await asyncio.sleep(9)\nasync def fails():\n    await asyncio.sleep(0.5)\n    1 / 0\nasync def main():\n    try:\n        async with asyncio.TaskGroup() as group:\n            group.create_task(long())\n            group.create_task(fails())\n    except* ZeroDivisionError:\n        print("caught")\nasyncio.run(main())\n`,
    'Task-1 (main): TaskGroup.__aexit__, "caught"\nTask-2 (long): asyncio.sleep\nTask-3 (fails): asyncio.sleep',
    0,
  ],
  [
    'a task that is canceled',
    `${IMPORTS}async def long():\n    try:\n        await asyncio.sleep(9)\n    finally:\n        print("canceled")\nasync def main():\n    task = asyncio.create_task(long())\n    await asyncio.sleep(0.5)\n    task.cancel()\n    await asyncio.wait([task])\nasyncio.run(main())\n`,
    'Task-1 (main): asyncio.sleep\nTask-2 (long): asyncio.sleep, "canceled"',
    0,
  ],
  [
    'a thread that calls sys.exit',
    bob('import sys\ndef bob():\n    time.sleep(0.5)\n    sys.exit(3)', 't.start()\nt.join()\nprint("end")'),
    'MainThread: Thread.join Bob, "end"\nBob: time.sleep',
    0,
  ],
  [
    'a variable that threads share, beside locals that are looked at',
    `import sys\n${IMPORTS}sys.setswitchinterval(1e-6)\ndef run():\n    total = 0\n    lock = threading.Lock()\n    def add():\n        nonlocal total\n        for n in range(200):\n            with lock:\n                mine = total + 1\n                str(mine)\n                if n % 50 == 0:\n                    time.sleep(0.002)\n                total = mine\n                str(mine)\n    threads = [threading.Thread(target=add, name="T") for _ in range(4)]\n    for t in threads:\n        t.start()\n    for t in threads:\n        t.join()\n    print(total)\nrun()\n`,
    'any',
    -1,
  ],
];

describe('what is seen of a watched run', async () => {
  const interpreters = await allInterpreters();
  const rows = interpreters.flatMap(interpreter =>
    ROWS.map(row => ({ what: row[0], row, interpreter, version: interpreter.version })),
  );
  test.for(rows)('$what, under CPython $version', async ({ row: [, code, lanes, count], interpreter }) => {
    const { timeline, title, out } = await runWatched(code, { table, interpreter });
    expect(title).toBeUndefined();
    if (count === -1) expect(out).toBe('800\n');
    else {
      expect(structureOf(timeline as never)).toBe(lanes);
      expect(timeline?.handovers).toHaveLength(count);
    }
  });

  test('is the same without a sandbox', async () => {
    const [, code, lanes] = ROWS[0] as Row;
    const { timeline } = await runWatched(code, { table, sandboxed: false });
    expect(structureOf(timeline as never)).toBe(lanes);
  });
});
