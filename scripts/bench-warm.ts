import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { FLAGS } from './bench/contenders.ts';
import { makeBenchFolder } from './bench/project.ts';
import { median } from './bench/table.ts';
import { parseExample } from '../src/core/example/example.ts';
import { writeRecording } from '../src/runner/examples/recording-files.ts';
import { atTheEdge, command, positive } from './cli/cli.ts';

/** What a check cannot do without: starting Node, and reading each file of the examples. */
const READ = `
const fs = require('node:fs'), path = require('node:path');
let bytes = 0;
for (const entry of fs.readdirSync(process.argv[1], { recursive: true, withFileTypes: true }))
  if (entry.isFile()) bytes += fs.readFileSync(path.join(entry.parentPath, entry.name)).length;
`;

const TOPICS = 30;

const program = command(
  'bench:warm',
  'Checks many examples from the cache, and compares with only reading their files.',
)
  .option('--count <number>', 'examples', positive, 3000)
  .option('--pairs <number>', 'how often both are measured, one after the other', positive, 9);

await atTheEdge(async () => {
  program.parse();
  const { count, pairs } = program.opts<{ count: number; pairs: number }>();
  const root = process.cwd();
  const made = await makeBenchFolder(join(root, '.verbatim'));
  const folder = join(made, 'examples');
  const check = [...FLAGS.check, 'scripts/check.ts', '--examples', relative(root, folder)];
  try {
    for (let index = 0; index < count; index += 1) await writeExample(root, relative(root, folder), index);
    const cold = timed(check);
    // The first check that runs nothing remembers that.
    const kept = timed(check);
    const times = Array.from({ length: pairs }, () => ({
      warm: timed(check),
      bare: timed(['-e', READ, folder]),
    }));
    const [warm, bare] = [median(times.map(({ warm: ms }) => ms)), median(times.map(({ bare: ms }) => ms))];
    process.stdout.write(
      `${count} examples: cold / from kept runs: ${(cold / kept).toFixed(1)}; from kept runs / nothing changed: ${(kept / warm).toFixed(1)}; nothing changed / only reading the files: ${(warm / bare).toFixed(2)}\n`,
    );
    return 0;
  } finally {
    await rm(made, { recursive: true, force: true });
  }
});

/** A small example, and its recording as `record` would write it. */
async function writeExample(root: string, folder: string, index: number): Promise<void> {
  const id = `topic_${index % TOPICS}/example_${index}`;
  const file = `${folder}/${id}.py`;
  const source = `# /// script\n# requires-python = ">=3.11"\n# ///\nnames = ["Ada", "Grace", "Barbara"]\nfor name in names:\n    print(f"Hello {name}, this is ${index}")\n`;
  await mkdir(join(root, folder, `topic_${index % TOPICS}`), { recursive: true });
  await writeFile(join(root, file), source);
  const { value: example } = parseExample(id, file, new Map([[`example_${index}.py`, Buffer.from(source)]]));
  if (example === undefined) throw new Error('The example of the bench is broken.');
  await writeRecording(
    root,
    example,
    { out: ['Ada', 'Grace', 'Barbara'].map(name => `Hello ${name}, this is ${index}\n`).join('') },
    { python: '3.13.0', runs: 1 },
  );
}

/** Wall time of one Node process, in milliseconds. @throws Error where it fails: then its time says nothing */
function timed(words: readonly string[]): number {
  const env: NodeJS.ProcessEnv = { ...process.env };
  delete env.CI;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env });
  const elapsed = performance.now() - started;
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return elapsed;
}
