import { decode, type Example } from '../example/example.ts';

/** What a message shows at most: threads that differ, calls of each, characters of a line. */
const MAX_THREADS = 6;
const MAX_CALLS = 12;
const MAX_CHARACTERS = 200;

const THREAD = /^(?:Current thread|Thread) 0x[\da-f]+ .*\(most recent call first\):$/;
const CALL = /^ {2}File "(?<file>[^"]+)", line (?<line>\d+) in (?<name>.+)$/;
/** `faulthandler` ends with this line where there are too many threads; the main one comes last. */
const CUT = '...';

interface Call {
  readonly text: string;
  /** The line of the sample's own files, if it is one. */
  readonly source?: string | undefined;
  readonly entryLine?: number | undefined;
}

/** Where the threads of a program are, for a message. */
interface ThreadReport {
  readonly text: string;
  /** The line of the file that runs at which the most telling thread is. */
  readonly line?: number | undefined;
}

/**
 * Stacks as `faulthandler` writes them → the same for people: the main thread first, threads that are in none
 * of the sample's files last, and below each call the line of source. The source is that of the example as
 * the project has it, not what the run made of it. Lines of another form are left out: a sample can write
 * some. Undefined if no thread is left.
 */
export function describeStacks(example: Example, stacks: string): ThreadReport | undefined {
  const lines = stacks.split('\n');
  const threads: { isMain: boolean; calls: Call[] }[] = [];
  for (const line of lines) {
    if (THREAD.test(line)) threads.push({ isMain: false, calls: [] });
    const call = CALL.exec(line)?.groups;
    if (call !== undefined) threads.at(-1)?.calls.push(describeCall(example, call));
  }
  const main = threads.at(-1);
  if (main === undefined) return undefined;
  main.isMain = !lines.includes(CUT);
  const isOwn = ({ calls }: { calls: Call[] }): boolean => calls.some(({ source }) => source !== undefined);
  const rank = (thread: { isMain: boolean; calls: Call[] }): number =>
    (isOwn(thread) ? 0 : 2) + (thread.isMain ? 0 : 1);
  const sorted = threads.toSorted((a, b) => rank(a) - rank(b));
  const alike = [...Map.groupBy(sorted, each => `${each.isMain}\n${each.calls.map(callText).join('\n')}`)];
  const shown = alike.slice(0, MAX_THREADS).map(([, group]) => threadText(group));
  const omitted = threads.length - alike.slice(0, MAX_THREADS).flatMap(([, group]) => group).length;
  return {
    text: [...shown, ...(omitted === 0 ? [] : [`… and ${omitted} more threads`])].join('\n'),
    line: sorted[0]?.calls.find(({ entryLine }) => entryLine !== undefined)?.entryLine,
  };
}

function describeCall({ entry, files }: Example, call: Readonly<Record<string, string>>): Call {
  const { file = '', line = '', name } = call;
  const source = decode(files.get(file) ?? new Uint8Array())
    ?.split('\n')
    [Number(line) - 1]?.trim();
  return {
    text: `File "${file}", line ${line} in ${name}`,
    source: source === '' ? undefined : source,
    entryLine: file === entry ? Number(line) : undefined,
  };
}

function threadText([first, ...others]: readonly { isMain: boolean; calls: Call[] }[]): string {
  const { isMain = false, calls = [] } = first ?? {};
  const count = others.length === 0 ? 'Another thread' : `${others.length + 1} other threads, all of them`;
  const omitted = calls.length - MAX_CALLS;
  return [
    `${isMain ? 'The main thread' : count}, its latest call first:`,
    ...calls.slice(0, MAX_CALLS).map(callText),
    ...(omitted <= 0 ? [] : [`  … and ${omitted} more calls`]),
  ].join('\n');
}

function callText({ text, source }: Call): string {
  return [`  ${text}`, ...(source === undefined ? [] : [`    ${source}`])]
    .map(line => (line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS)} …` : line))
    .join('\n');
}
