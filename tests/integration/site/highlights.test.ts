import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleWith } from '../../fixtures/problem-project.ts';
import { recordAttack } from '../../fixtures/attacks.ts';
import { runCommand } from '../../fixtures/command.ts';
import { receiptsOf } from '../../fixtures/examples.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

const block = (...lines: string[]): string =>
  ['# /// script', '# [tool.verbatim]', ...lines.map(line => `# ${line}`), '# ///', ''].join('\n');

/** Samples with what they print, and the lines that an article highlights. */
const SAMPLES: Readonly<
  Record<string, { source: string; out: string; highlight: string; because?: string }>
> = {
  // The lock is real, and nobody else ever comes: the highlight claims what no run shows.
  planted: {
    source:
      'import threading\n\nlock = threading.Lock()\ntotal = 0\n\n\ndef add():\n    global total\n' +
      '    with lock:\n        total += 1\n\n\nworkers = [threading.Thread(target=add) for _ in range(3)]\n' +
      'for worker in workers:\n    worker.start()\nfor worker in workers:\n    worker.join()\nprint(total)\n',
    out: '3\n',
    highlight: '9-10',
  },
  // Both threads read before either writes, unless the lock prevents it.
  forced: {
    source:
      `${block('timeout = 5')}import threading\n\nlock = threading.Lock()\nboth = threading.Barrier(2)\ntotal = 0\n\n\n` +
      'def add():\n    global total\n    with lock:\n        before = total\n        try:\n' +
      '            both.wait(timeout=0.3)\n        except threading.BrokenBarrierError:\n            pass\n' +
      '        total = before + 1\n\n\nworkers = [threading.Thread(target=add) for _ in range(2)]\n' +
      'for worker in workers:\n    worker.start()\nfor worker in workers:\n    worker.join()\nprint(total)\n',
    out: '2\n',
    highlight: '14',
  },
  daemon: {
    source:
      'import threading\n\nhelper = threading.Thread(target=print, args=("hello",), daemon=True)\n' +
      'helper.start()\nhelper.join()\n',
    out: 'hello\n',
    highlight: '3',
  },
  explained: {
    source: 'import sys\n\nsys.stdout.flush()\nprint("hello")\n',
    out: 'hello\n',
    highlight: '3',
    because: 'the next section takes it out',
  },
  answered: {
    source:
      `${block('[[tool.verbatim.variant]]', 'name = "another greeting"', 'remove = "word = word.title()"', 'recorded = false')}` +
      'word = "hello"\nword = word.title()\nprint(word)\n',
    out: 'Hello\n',
    highlight: '9',
  },
  // Without its marked line it never ends, and computes.
  forever: {
    source: `${block('timeout = 2')}count = 0\nwhile count < 3:\n    count += 1\nprint(count)\n`,
    out: '3\n',
    highlight: '7',
  },
  // What guards the attack is taken out.
  uncovered: {
    source:
      'import os\nimport pathlib\nimport socket\n\nattack = False\nif attack:\n' +
      '    pathlib.Path("/tmp/escaped-omission").write_text("x")\n    pathlib.Path("../../escaped").write_text("x")\n' +
      '    socket.create_connection(("127.0.0.1", 22), 1)\n    os.kill(1, 9)\nprint("done")\n',
    out: 'done\n',
    highlight: '6',
  },
  comment: { source: '# The important line.\nprint("hello")\n', out: 'hello\n', highlight: '1' },
};

const NAMES = Object.keys(SAMPLES);

function article(names: readonly string[]): string {
  const figures = names.map(name => {
    const { highlight, because } = SAMPLES[name] ?? { highlight: '1' };
    const reason = because === undefined ? '' : ` because="${because}"`;
    return `<Example file="topic/${name}.py" highlight="${highlight}"${reason} />\n`;
  });
  return articleWith(figures.join('\n'));
}

async function makeProject(): Promise<string> {
  const files = NAMES.flatMap(name => [
    [`examples/topic/${name}.py`, SAMPLES[name]?.source ?? ''],
    [`examples/topic/${name}.out`, SAMPLES[name]?.out ?? ''],
  ]);
  return temporaryFolder({
    ...Object.fromEntries(files),
    'examples/topic/recordings.json': receiptsOf(
      Object.fromEntries(NAMES.map(name => [name, SAMPLES[name]?.out ?? ''])),
    ),
    'content/advanced/page.mdx': article(NAMES),
  });
}

/** The samples that a report names as highlighted in vain. */
const reported = (text: string): string[] =>
  [...text.matchAll(/No run shows that the highlighted lines? \S+ of examples\/topic\/(\w+)\.py/g)].map(
    ([, name = '']) => name,
  );

const IDLE = ['planted', 'daemon', 'comment'];

test('a line that changes nothing is found, and one that matters is not', async ({ task }) => {
  const root = await makeProject();
  const { text } = await runCommand(root, 'mutate', ['--samples']);
  expect(reported(text)).toEqual(IDLE);
  expect(text).toContain('    9-10: with lock:\n        without its first line, with what is inside');
  expect(text).toContain('    3: daemon=True\n        without this argument, it prints the same');
  expect(text).toMatch(/^content\/advanced\/page\.mdx +9 +3 +1 +1 +0 +4$/m);
  expect(text).toContain('Highlighted lines: 9 in 8 figures; 4 unanswered.');
  recordAttack(task, {
    against: 'article',
    tried: 'a highlighted lock that nothing contends for',
    refused: 'No run shows that the highlighted lines matter',
  });
});

test('a run that differed is kept; one that nobody made is not believed', async ({ task }) => {
  const root = await makeProject();
  const file = join(root, '.verbatim/omissions.json');
  await runCommand(root, 'mutate', ['--samples']);
  const kept = await readFile(file, 'utf8');
  const places = [...kept.matchAll(/topic\/\w+\.[a-z]+-\d+/g)].map(([place]) => place);
  expect([...new Set(places)].sort()).toEqual([
    'topic/daemon.arguments-3',
    'topic/explained.out-3',
    'topic/forced.header-14',
    'topic/forever.out-7',
    'topic/uncovered.header-6',
  ]);
  expect(reported((await runCommand(root, 'mutate', ['--samples'])).text)).toEqual(IDLE);
  // With a reason, that nothing changes is kept too. Then its output is forged, and the reason taken away.
  const page = join(root, 'content/advanced/page.mdx');
  await writeFile(page, article(NAMES).replace('highlight="9-10"', '$& because="it is a lock"'));
  expect(reported((await runCommand(root, 'mutate', ['--samples'])).text)).toEqual(['daemon', 'comment']);
  const explained = await readFile(file, 'utf8');
  const forged = explained.replace(/(planted\.header-9-10.*?\\?"stdout\\?":\\?")3/, '$19');
  expect(forged).not.toBe(explained);
  await writeFile(file, forged);
  await writeFile(page, article(NAMES));
  expect(reported((await runCommand(root, 'mutate', ['--samples'])).text)).toEqual(IDLE);
  recordAttack(task, {
    against: 'state',
    tried: 'a run of an omission that nobody made, in .verbatim/omissions.json',
    refused: 'its signature is wrong: all are run again',
  });
});

test('a check of the article reports it, until the highlight is mended', async () => {
  const root = await makeProject();
  const check = () => runCommand(root, 'check', ['--article', 'advanced/page']);
  const { exitCode, text } = await check();
  expect([exitCode, reported(text)]).toEqual([1, IDLE]);
  // A sample that falls short itself shows nothing about its lines.
  const sample = join(root, 'examples/topic/planted.py');
  const source = SAMPLES.planted?.source ?? '';
  await writeFile(sample, source.replace('range(3)', 'range(4)'));
  expect(reported((await check()).text)).toEqual(['daemon', 'comment']);
  await writeFile(sample, source);
  const mended = NAMES.filter(name => !IDLE.includes(name));
  await writeFile(join(root, 'content/advanced/page.mdx'), article(mended));
  const after = await check();
  expect([after.exitCode, reported(after.text)]).toEqual([0, []]);
});
