/** What a message needs to know of the sample whose outputs differ. */
export interface Sample {
  readonly source: string;
  /** Lines of a contract → where to paste them, and the lines with all that belongs around them. */
  readonly declare: (lines: readonly string[]) => string;
}

/** What makes an output another one in each run, as a source shows it; and how to make it repeat. */
const CAUSES: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/^ *(?:import|from) random\b/m, 'seed chance: random.seed(1)'],
  [/\b(?:secrets|uuid[14]?|urandom|getrandom)\b/, 'print its length or its type: no seed makes it repeat'],
  [/\bget_ident\b|\bget_native_id\b/, 'print the name of the thread: threading.current_thread().name'],
  [/\b(?:perf_counter|monotonic|process_time)\b/, 'print fewer digits, or not the time'],
  [/\b(?:datetime|date)\.(?:now|today|utcnow)\b|\btime\.\w+time\b/, 'print a fixed one: date(2026, 1, 31)'],
];

const SETS =
  /\bset\(|\bfrozenset\(|\{(?![^{}]*:)[^{}]*,[^{}]*\}|\.(?:union|intersection|difference)\(|[|&] *\{/;
/** What runs side by side. */
const CONCURRENT =
  /^ *(?:import|from) +(?:threading|_thread|multiprocessing|concurrent|asyncio|subprocess)\b/m;
/** What can fix an order among things that run side by side. */
const FIXES = new RegExp(
  [
    String.raw`\.(?:join|result|wait|acquire|get|shutdown)\(`,
    String.raw`\bawait\b`,
    String.raw`\b(?:Lock|Event|Barrier|Condition|Semaphore|Queue|\w+Executor)\(`,
  ].join('|'),
);

export const isConcurrent = (source: string): boolean => CONCURRENT.test(source);

/** Whether something in a source may keep lines of an output in an order; chance keeps none. */
export const mayFixOrder = (source: string): boolean => !isConcurrent(source) || FIXES.test(source);

/**
 * Whether outputs differ as those of a sample do that prints a set: the same characters in another order,
 * and neither chance nor anything that runs side by side.
 */
export function printsSet(source: string, outputs: readonly string[]): boolean {
  if (!SETS.test(source) || isConcurrent(source) || /\brandom\b/.test(source)) return false;
  return new Set(outputs.map(text => [...text].sort().join(''))).size === 1;
}

export const SORT_IT =
  'Print the set sorted: its order is another one in each run. For example: print(sorted(names))';

/** How to make the output of a sample repeat; undefined if its source does not show what varies. */
export function repeatAdvice(source: string): string | undefined {
  const found = CAUSES.flatMap(([pattern, advice]) => (pattern.test(source) ? [advice] : []));
  if (isConcurrent(source) && found.length === 0) return 'fix the order with a lock, an event or a join()';
  // The default text of an object holds its address.
  if (found.length === 0 && /\bid\(/.test(source)) return 'do not print what id() returns';
  return found.length === 0 ? undefined : found.join('; or ');
}
