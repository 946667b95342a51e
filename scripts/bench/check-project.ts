import { join } from 'node:path';
import { type Random, randomNumbers } from './site-text.ts';
import { writeFileAndFolder } from './site-project.ts';
import { ProblemError } from '../../src/core/problems/problem.ts';
import { record } from '../../src/runner/commands/record-examples.ts';

/**
 * Writes a project with `count` examples, each recorded from one run.
 * @returns paths of the examples, relative to `folder`
 * @throws ProblemError if an example does not run as it should
 */
export async function makeCheckProject(
  folder: string,
  count: number,
  python: string,
): Promise<readonly string[]> {
  const examples = benchmarkExamples(count);
  for (const { path, source } of examples) await writeFileAndFolder(join(folder, 'examples', path), source);
  const results = await record({ root: folder, pythons: [python], runs: 1 });
  const problems = results.flatMap(result => (result.kind === 'refused' ? result.problems : []));
  if (problems.length > 0) throw new ProblemError(problems);
  return examples.map(({ path }) => `examples/${path}`);
}

export type BenchmarkKind = 'prints' | 'waits' | 'computes' | 'raises';

/** Of twenty examples: 70 % print, 15 % wait, 10 % compute, 5 % raise, as in a tutorial. */
const MIX_SIZE = 20;
const NOT_PRINTING: Readonly<Record<number, BenchmarkKind>> = {
  2: 'waits',
  6: 'computes',
  9: 'waits',
  12: 'raises',
  16: 'waits',
  18: 'computes',
};

/** An example of the set. */
interface BenchmarkExample {
  readonly kind: BenchmarkKind;
  /** Relative to `examples/`. */
  readonly path: string;
  readonly source: string;
}

const TEMPLATES: Readonly<Record<BenchmarkKind, (random: Random) => string>> = {
  prints: random => `from collections import Counter

words = ["queue", "lock", "event"]
lengths = {word: len(word) + ${random(100)} for word in words}
print(lengths)
print(Counter("mississippi"[${random(4)}:]).most_common(2))
`,
  // Between 50 and 300 ms.
  waits: random => `import threading
import time


def work():
    time.sleep(${(50 + random(251)) / 1000})


threads = [threading.Thread(target=work) for _ in range(${1 + random(4)})]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all", len(threads), "joined")
`,
  // About 100 ms on a core of 2024.
  computes: random => `total = sum(number * number for number in range(${1_200_000 + random(400_000)}))
print(total % 1000)
`,
  raises: random => `# /// script
# [tool.verbatim]
# raises = "ValueError"
# ///
print("before")
raise ValueError("bad number ${random(100)}")
`,
};

/** A set of `count` examples, the same each time. */
export function benchmarkExamples(count: number): readonly BenchmarkExample[] {
  const random = randomNumbers(count);
  return Array.from({ length: count }, (_, index) => {
    const kind = NOT_PRINTING[index % MIX_SIZE] ?? 'prints';
    const path = `mixed/sample_${String(index + 1).padStart(4, '0')}.py`;
    return { kind, path, source: TEMPLATES[kind](random) };
  });
}
