/** An article of a generated site. Its number decides its text, whatever the size of the site. */
export interface BenchmarkArticle {
  readonly track: string;
  readonly slug: string;
  readonly title: string;
  /** From 1. */
  readonly order: number;
  /** Paragraphs of each section. */
  readonly sections: readonly (readonly string[])[];
  readonly examples: readonly BenchmarkSample[];
}

/** An example that prints a few lines, and its output. */
export interface BenchmarkSample {
  /** `track_001/topic_0001_1` */
  readonly id: string;
  readonly source: string;
  readonly out: string;
}

const TRACK_SIZE = 20;
const SECTIONS = 6;
const WORDS = 900;
const EXAMPLES = 3;

const VOCABULARY = [
  'a the each some one another thread process queue lock event task loop value result function module',
  'object reader writer program interpreter run waits starts ends prints holds takes gives keeps calls',
  'returns before after while until because when where without inside outside quickly slowly safely',
  'always never often small large shared private first last next same other simple plain exact order',
  'name line file error',
].flatMap(line => line.split(' '));

/** Generates `count` articles, in tracks of `trackSize`. */
export function benchmarkArticles(count: number, trackSize = TRACK_SIZE): readonly BenchmarkArticle[] {
  return Array.from({ length: count }, (_, index) => article(index, trackSize));
}

function article(index: number, trackSize: number): BenchmarkArticle {
  const random = randomNumbers(index + 1);
  const track = `track-${String(Math.floor(index / trackSize) + 1).padStart(3, '0')}`;
  const slug = `topic-${String(index + 1).padStart(4, '0')}`;
  const words = Array.from({ length: WORDS }, () => VOCABULARY[random(VOCABULARY.length)] as string);
  const sections = chunks(words, Math.ceil(WORDS / SECTIONS)).map(section =>
    chunks(section, 50).map(sentence),
  );
  return {
    track,
    slug,
    title: sentence([slug.replace('-', ' '), ...words.slice(0, 4)]).slice(0, -1),
    order: (index % trackSize) + 1,
    sections,
    examples: Array.from({ length: EXAMPLES }, (_, number) =>
      sample(`${track}/${slug}-${number + 1}`.replaceAll('-', '_'), index * EXAMPLES + number, random),
    ),
  };
}

function sample(id: string, number: number, random: Random): BenchmarkSample {
  const names = Array.from({ length: 3 }, () => VOCABULARY[random(VOCABULARY.length)] as string);
  const source = `from collections import Counter


def describe(words: list[str], number: int) -> str:
    """One line about some words."""
    longest = max(words, key=len)
    return f"{number}: {longest!r} of {len(words)}"


words = [${names.map(name => `"${name}"`).join(', ')}]
print(describe(words, ${number}))
for word, count in Counter(words).items():
    print(word, count)
`;
  const longest = names.reduce((best, name) => (name.length > best.length ? name : best));
  const counts = [...Map.groupBy(names, name => name)].map(([name, all]) => `${name} ${all.length}\n`);
  return { id, source, out: `${number}: '${longest}' of 3\n${counts.join('')}` };
}

function sentence(words: readonly string[]): string {
  const text = words.join(' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

/** Returns a whole number from 0 to below its argument. */
export type Random = (below: number) => number;

/** A linear congruential generator: the same numbers for the same seed. */
export function randomNumbers(seed: number): Random {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
