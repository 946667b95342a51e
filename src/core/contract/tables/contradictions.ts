import { whyRefused } from '../../environment-rules.ts';
import type { Bounds } from '../masks/mask.ts';
import type { Problem } from '../../problems/problem.ts';

/** What two keys, or two parts of a value, contradict. Default remedy: a right line for the key, to paste. */
export type Contradiction = Pick<Problem, 'title' | 'remedy'> & {
  /** The key inside the value at which to look; default: the key itself. */
  readonly inner?: string;
};

/** Keys of a contract with their values. */
export type Keys = Readonly<Record<string, unknown>>;

/** Variables that no sample may set. */
export function refusedVariables(env: Keys): readonly Contradiction[] {
  return Object.keys(env).flatMap(name => {
    const reason = whyRefused(name);
    const title = `env.${name}: a sample may not set it, because it ${reason}.`;
    return reason === undefined ? [] : [{ title, remedy: `Remove ${name} from env.`, inner: name }];
  });
}

/** A contradiction, if there is one. */
export function contradictionIf(isOne: boolean, title: string, remedy?: string): readonly Contradiction[] {
  return isOne ? [{ title, remedy }] : [];
}

/** Bytes and number of the arguments, or of the variables, that every system passes to a program. */
const MAX_PASSED_BYTES = 100_000;
const MAX_PASSED = 1_000;

/** More arguments, or variables, than a program can be given. */
export function tooMany(key: string, texts: readonly string[]): readonly Contradiction[] {
  const bytes = new TextEncoder().encode(texts.join('')).length;
  const [count, limit] =
    bytes > MAX_PASSED_BYTES ? [`${bytes} bytes`, MAX_PASSED_BYTES] : [`${texts.length} texts`, MAX_PASSED];
  return contradictionIf(
    bytes > MAX_PASSED_BYTES || texts.length > MAX_PASSED,
    `${key} holds ${count}; a program can be given ${limit}.`,
    'Write the text to a file beside the sample (topic/name/main.py, topic/name/data.txt), and read it.',
  );
}

/** Bounds of which the lower one is above the upper one. */
export function invertedBounds(key: string, { min, max }: Bounds): readonly Contradiction[] {
  const isInverted = min !== undefined && max !== undefined && min > max;
  const title = `${key}: min ${min} is above max ${max}.`;
  return isInverted ? [{ title, remedy: `Swap them: min = ${max}, max = ${min}`, inner: 'min' }] : [];
}
