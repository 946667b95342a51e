import { expect, test } from 'vitest';
import { runWatched } from '../../../fixtures/watched.ts';

const IMPORTS = 'import os, sys, threading, time\n';
/** Objects that count each question to them, near a lock that a thread waits for. */
const TRAPS = `${IMPORTS}asked = []
class Meta(type):
    @property
    def __module__(cls):
        asked.append("module")
        return "__main__"
class Trap(metaclass=Meta):
    @property
    def __dict__(self):
        asked.append("dict")
        return {}
    @property
    def __class__(self):
        asked.append("class")
        return int
    def __getattribute__(self, name):
        asked.append(name)
        raise RuntimeError(name)
    def __eq__(self, other):
        asked.append("eq")
        return True
    __hash__ = object.__hash__
class Key(str):
    def __repr__(self):
        asked.append("repr")
        return "key"
    def __format__(self, spec):
        asked.append("format")
        return "key"
class Dict(dict):
    def items(self):
        asked.append("items")
        return []
class Named(threading.Thread):
    @property
    def name(self):
        if sys._getframe(1).f_code.co_filename.rpartition("/")[2].startswith("verbatim"):
            asked.append("name")
        return "x"
    @name.setter
    def name(self, value):
        pass
def work():
    trap, lock = Trap(), threading.Lock()
    held = {Key("a"): lock}
    other = Dict(b=lock)
    hidden = [lock]
    del_lock = hidden[0]
    lock.acquire()
    t = Named(target=lambda: (time.sleep(0.2), hidden[0].release()))
    t.start()
    hidden[0].acquire()
    t.join()
work()
print(asked)
`;

/** A code, and what it has to print although it is watched. */
test.for<readonly [what: string, code: string, out: string]>([
  ['traps in objects that are looked through', TRAPS, '[]\n'],
  [
    'streams of its own',
    `${IMPORTS}import io\nsys.stdout = io.StringIO()\nprint("a")\nsys.__stdout__.write("b\\n")\n`,
    'b\n',
  ],
  [
    'a profile function of its own',
    `${IMPORTS}sys.setprofile(lambda *a: None)\ntime.sleep(0.1)\nsys.setprofile(None)\nprint("a")\n`,
    'a\n',
  ],
  ['all descriptors closed', `${IMPORTS}os.closerange(3, 100)\ntime.sleep(0.1)\nprint("a")\n`, 'a\n'],
  [
    'forged events',
    `${IMPORTS}os.write(63, b'["start","x",1,"thread","</svg><script>"]\\n["end","x",-5]\\n[[[[\\n')\nprint("a")\n`,
    'a\n',
  ],
  ['one long line', `print("a" * 1_000_000, end="")\n`, 'a'.repeat(1_000_000)],
  [
    'a thread with a strange name',
    `${IMPORTS}t = threading.Thread(target=time.sleep, args=(0.1,), name='</svg><script>\\x1b[31m\\n["end"]')\nt.start()\nt.join()\nprint("a")\n`,
    'a\n',
  ],
  [
    'three thousand threads, one after the other',
    `${IMPORTS}for _ in range(3000):\n    t = threading.Thread(target=int)\n    t.start()\n    t.join()\nprint("a")\n`,
    'a\n',
  ],
  [
    'a recursion without end',
    `${IMPORTS}def f():\n    return abs(f())\ntry:\n    f()\nexcept RecursionError:\n    print("deep")\ntime.sleep(0.1)\n`,
    'deep\n',
  ],
  [
    'functions of os and time replaced',
    `${IMPORTS}def no(*a):\n    print("called")\nos.write = time.monotonic_ns = os.getpid = no\ntime.sleep(0.1)\nprint("a")\n`,
    'a\n',
  ],
  [
    'no folder for temporary files',
    `${IMPORTS}import subprocess, shutil\nos.environ["TMPDIR"] = "/nowhere"\nprint(subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True, text=True))\n`
      .replace('print(subprocess', 'r = (subprocess')
      .replace('text=True))\n', 'text=True))\nprint(r.stdout, r.stderr)\n'),
    '1\n \n',
  ],
  [
    'a process in another folder',
    `${IMPORTS}import subprocess\nr = subprocess.run([sys.executable, "-c", "print(1)"], cwd="/", capture_output=True, text=True)\nprint(r.stdout, r.stderr)\n`,
    '1\n \n',
  ],
  ['an end in the middle', `${IMPORTS}print("a")\nos._exit(0)\n`, 'a\n'],
])('a watched sample prints what it prints unwatched: %s', async ([, code, out]) => {
  for (const sandboxed of [true, false]) {
    const { run, out: printed } = await runWatched(code, { sandboxed });
    expect(printed).toBe(out);
    expect(Buffer.from(run.stderr).toString('utf8')).toBe('');
    expect(run).toMatchObject({ ending: 'exited', exitCode: 0, leftBehind: [] });
  }
});

test.for([
  ['closes the descriptor of its events', 'os.close(63)'],
  ['sets a profile function of its own', 'sys.setprofile(lambda *a: None)'],
])('a sample that %s has no timeline', async ([, line]) => {
  const { title, timeline } = await runWatched(`import os, sys, time\ntime.sleep(0.1)\n${line}\n`);
  expect(title).toBe('It ended without the harness: what it did after that is in no picture.');
  expect(timeline).toBeUndefined();
});
