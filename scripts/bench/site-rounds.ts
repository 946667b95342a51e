import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FLAGS } from './contenders.ts';
import { type Contender, type Measurement, measure } from './measure.ts';
import { contentFile, writeSample } from './site-project.ts';
import type { BenchmarkArticle, BenchmarkSample } from './site-text.ts';
import { weigh } from './weigh.ts';

/** One build of a site: what was changed before it, what it cost, and what it says of itself. */
export interface SiteBuild {
  readonly name: string;
  readonly measurement: Measurement;
  /** Pages rendered; absent where the build does not say. */
  readonly rendered?: number | undefined;
  /** Seconds of its parts. */
  readonly phases?: Readonly<Record<string, number>> | undefined;
  /** Bytes of all that it published. */
  readonly bytes: number;
}

/** Changes something in a site that an author would change. */
type Change = (root: string, articles: readonly BenchmarkArticle[]) => Promise<void>;

/** What is built one after the other: each build finds what the one before it left. */
const ROUNDS: readonly { readonly name: string; readonly change: Change }[] = [
  { name: 'cold', change: async () => {} },
  { name: 'nothing changed', change: async () => {} },
  {
    name: 'one article',
    change: (root, articles) =>
      edit(join(root, contentFile(middle(articles))), text => `${text}\nOne sentence more.\n`),
  },
  {
    name: 'one example',
    change: (root, articles) => writeSample(root, longer(middle(articles).examples[0] as BenchmarkSample)),
  },
  {
    name: 'one component',
    change: root =>
      edit(join(root, 'src/components/article/Callout.astro'), text =>
        text.replace('role="note"', 'role="note" data-edited'),
      ),
  },
];

/** Builds a new site of ours in each of its rounds. */
export async function buildRounds(
  root: string,
  articles: readonly BenchmarkArticle[],
  python: string,
  tell: (build: SiteBuild) => void,
): Promise<readonly SiteBuild[]> {
  const builds: SiteBuild[] = [];
  for (const { name, change } of ROUNDS) {
    await change(root, articles);
    const measurement = await measure(builder(root, [...FLAGS.build, 'scripts/build.ts']), python);
    const { pages, phases } = JSON.parse(await readFile(join(root, '.verbatim/build.json'), 'utf8')) as {
      pages: string[];
      phases: Record<string, number>;
    };
    builds.push({
      name,
      measurement,
      rendered: pages.length,
      phases,
      bytes: await weigh(join(root, 'dist')),
    });
    tell(builds.at(-1) as SiteBuild);
  }
  return builds;
}

/** Builds the reference once, with nothing kept from before. */
export async function buildBare(root: string, python: string): Promise<SiteBuild> {
  const measurement = await measure(
    builder(root, ['node_modules/astro/bin/astro.mjs', 'build', '--silent']),
    python,
  );
  return { name: 'bare Astro, cold', measurement, bytes: await weigh(join(root, 'dist')) };
}

function builder(root: string, words: readonly string[]): Contender {
  return {
    name: words.join(' '),
    command: process.execPath,
    words,
    options: { cwd: root, env: { CI: '', NODE_COMPILE_CACHE: join(root, '..', 'compiled') } },
    exits: [0],
    watched: true,
  };
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing to change in ${file}.`);
  await writeFile(file, after);
}

const middle = (articles: readonly BenchmarkArticle[]): BenchmarkArticle =>
  articles[Math.floor(articles.length / 2)] as BenchmarkArticle;
const longer = (sample: BenchmarkSample): BenchmarkSample => ({
  ...sample,
  source: `${sample.source}print("one line more")\n`,
  out: `${sample.out}one line more\n`,
});
