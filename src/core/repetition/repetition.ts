import type { Example } from '../example/example.ts';
import { type UsedNames, usedNames } from './used-names.ts';

/** How often a sample runs before its output is believed, and under which conditions. */
export interface Repetition {
  readonly runs: number;
  /** Whether some of its runs are stopped now and then for a moment. */
  readonly pauses: boolean;
  /** Why it runs more often than others: `it imports threading`. */
  readonly because?: string | undefined;
}

interface Row extends Omit<Repetition, 'because'> {
  readonly modules: readonly string[];
  readonly calls?: readonly string[];
}

/** Each of the conditions once: a deviation in one of ten runs is missed once in eight times. */
const MANY = 20;

/** What a sample uses → how it is repeated. The first row that fits counts. */
const ROWS: readonly Row[] = [
  {
    // A pause is two signals that such a sample may see.
    modules: ['signal', '_signal', 'pty'],
    runs: MANY,
    pauses: false,
  },
  {
    modules: [
      ...['threading', '_thread', 'multiprocessing', 'concurrent', 'asyncio', 'queue', 'subprocess', 'sched'],
      ...['socket', 'socketserver', 'select', 'selectors', 'http', 'xmlrpc', '_interpreters'],
      // What these run may be anything.
      ...['importlib', 'runpy', 'ctypes', 'builtins'],
    ],
    calls: ['exec', 'eval', '__import__'],
    runs: MANY,
    pauses: true,
  },
  {
    modules: ['time', 'datetime', 'timeit', 'calendar', 'cProfile', 'profile', 'email', 'logging'],
    runs: MANY,
    pauses: true,
  },
  {
    modules: [
      ...['random', 'secrets', 'uuid', 'tempfile', 'os', 'pathlib', 'glob', 'shutil', 'weakref', 'gc'],
      ...['tracemalloc', 'resource', 'platform'],
    ],
    calls: ['id', 'hash', 'set', 'frozenset'],
    runs: MANY,
    pauses: false,
  },
];

/** Where no row fits. Five hash seeds, so that also an order of a set is seen that no row knows of. */
const USUAL: Repetition = { runs: 5, pauses: false };

/** How a sample is repeated, by what its files import and call. */
export function repetitionOf(example: Pick<Example, 'files'>): Repetition {
  const used = usedNames(example);
  for (const { modules, calls = [], ...repetition } of ROWS) {
    const because = reason(modules, calls, used);
    if (because !== undefined) return { ...repetition, because };
  }
  return USUAL;
}

function reason(modules: readonly string[], calls: readonly string[], used: UsedNames): string | undefined {
  const module = modules.find(name => used.modules.has(name));
  if (module !== undefined) return `it imports ${module}`;
  const call = calls.find(name => used.calls.has(name));
  return call === undefined ? undefined : `it uses ${call}`;
}
