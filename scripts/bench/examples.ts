import { numbers } from './random.ts';

/** Kinds of examples in the set, each with its share of it: what a tutorial's samples are like. */
export const SHARES = { prints: 0.7, waits: 0.15, computes: 0.1, raises: 0.05 } as const satisfies Record<
  string,
  number
>;

export type BenchmarkKind = keyof typeof SHARES;

/** An example of the set: its kind, its file below `examples/`, and its text. */
export interface BenchmarkExample {
  readonly kind: BenchmarkKind;
  readonly path: string;
  readonly source: string;
}

/** Makes the text of one example; `random` gives numbers from 0 up to, and without, its argument. */
type Template = (random: (below: number) => number) => string;

const TEMPLATES: Readonly<Record<BenchmarkKind, readonly Template[]>> = {
  prints: [
    random => `for number in range(${1 + random(9)}):\n    print(f"{number} squared is {number * number}")\n`,
    random =>
      `words = ["queue", "lock", "event"]\nlengths = {word: len(word) + ${random(100)} for word in words}\nprint(lengths)\n`,
    random =>
      `def greet(name, times):\n    return " ".join(["Hello,", name] * times)\n\n\nprint(greet("Ada", ${1 + random(5)}))\n`,
    random => `import json\n\nprint(json.dumps({"id": ${random(1000)}, "tags": ["a", "b"]}, indent=2))\n`,
    random =>
      `from collections import Counter\n\nprint(Counter("mississippi"[${random(4)}:]).most_common(2))\n`,
  ],
  waits: [
    random => `import time\n\ntime.sleep(${milliseconds(random)})\nprint("slept")\n`,
    random =>
      `import threading\nimport time\n\n\ndef work():\n    time.sleep(${milliseconds(random)})\n\n\nthreads = [threading.Thread(target=work) for _ in range(${2 + random(4)})]\nfor thread in threads:\n    thread.start()\nfor thread in threads:\n    thread.join()\nprint("all", len(threads), "joined")\n`,
  ],
  // About 100 ms on a core of 2024.
  computes: [
    random => `print(sum(number * number for number in range(${1_200_000 + random(400_000)})) % 1000)\n`,
  ],
  raises: [
    random =>
      `# /// script\n# [tool.verbatim]\n# raises = "ValueError"\n# ///\nprint("before")\nraise ValueError("bad number ${random(100)}")\n`,
  ],
};

/** Between 50 and 300 ms, as seconds in Python. */
function milliseconds(random: (below: number) => number): string {
  return ((50 + random(251)) / 1000).toFixed(3);
}

/** A set of `count` examples, the same each time it is made; its kinds are spread over it as `SHARES` says. */
export function benchmarkExamples(count: number): readonly BenchmarkExample[] {
  const random = numbers(count);
  return shuffle(kinds(count), random).map((kind, index) => {
    const templates = TEMPLATES[kind];
    return {
      kind,
      path: `mixed/sample_${String(index + 1).padStart(4, '0')}.py`,
      source: (templates[random(templates.length)] as Template)(random),
    };
  });
}

/** Each kind as often as its share says; what rounding leaves over is the commonest kind. */
function kinds(count: number): BenchmarkKind[] {
  const rare = (Object.keys(SHARES) as BenchmarkKind[])
    .filter(kind => kind !== 'prints')
    .flatMap(kind => Array<BenchmarkKind>(Math.floor(count * SHARES[kind] + 1e-9)).fill(kind));
  return [...Array<BenchmarkKind>(count - rare.length).fill('prints'), ...rare];
}

/** Fisher and Yates. */
function shuffle<T>(list: readonly T[], random: (below: number) => number): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}
