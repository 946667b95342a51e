import { permits, promiseOf } from '../../core/contract/compare.ts';
import type { Contract } from '../../core/contract/contract-schema.ts';
import { expectedExit, showsStderr } from '../../core/contract/tables/expected-exit.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import type { Recording } from '../../core/verdict/recording.ts';
import { taskUrl } from '../routes.ts';
import { type At, buildFigure, type FigureLook } from './build-figure.ts';
import type { SoundExample } from './parts/checked-example.ts';
import type { Exercise } from './parts/figure.ts';

/** `<Exercise>` → its start and its solution as figures, or why it is no exercise. */
export function buildExercise(
  [start, solution]: readonly [SoundExample | undefined, SoundExample | undefined],
  look: FigureLook,
  anchors: Set<string>,
  at: At,
): Result<Exercise> {
  const problems =
    start === undefined || solution === undefined
      ? []
      : [...inputProblems(start, solution), ...aimProblems(start, solution)];
  if (problems.length > 0)
    return fail(...problems.map(({ prop, ...problem }) => ({ ...at(prop), ...problem })));
  const [shown, solved] = [start, solution].map(
    example => example && buildFigure({}, example, look, anchors, at),
  );
  const wrong = [...(shown?.problems ?? []), ...(solved?.problems ?? [])];
  if (wrong.length > 0) return fail(...wrong);
  const isChecked = [shown, solved].every(figure => figure?.value?.browser?.verified === true);
  return succeed({
    kind: 'exercise',
    start: shown?.value,
    solution: solved?.value,
    check: isChecked && solved?.value !== undefined ? taskUrl(solved.value.id) : undefined,
  });
}

type Found = Required<Pick<Problem, 'title' | 'remedy'>> & { readonly prop: 'start' | 'solution' };

/** What a run is given: a start that is given something else cannot print the same. */
const INPUTS = ['stdin', 'args', 'env'] as const satisfies readonly (keyof Contract)[];

function inputProblems({ example: start }: SoundExample, { example: solution }: SoundExample): Found[] {
  return INPUTS.flatMap(key => {
    const [own, other] = [start.contract[key], solution.contract[key]].map(value => JSON.stringify(value));
    if (own === other) return [];
    const title = `${start.file} differs in ${key} from its solution, ${solution.file}.`;
    const lines = tomlOf(solution.contract, key);
    const remedy =
      lines === undefined
        ? `Remove ${key} from its block.`
        : `In its block, as in that of the solution:\n${lines}`;
    return [{ prop: 'start' as const, title, remedy }];
  });
}

/** An input as a line of a block; undefined if there is none. A text of JSON is one of TOML. */
function tomlOf({ stdin, args, env }: Contract, key: (typeof INPUTS)[number]): string | undefined {
  if (key === 'stdin') return stdin === undefined ? undefined : `# stdin = ${JSON.stringify(stdin)}`;
  if (key === 'args') return args.length === 0 ? undefined : `# args = ${JSON.stringify(args)}`;
  const entries = Object.entries(env).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return entries.length === 0 ? undefined : `# env = { ${entries.join(', ')} }`;
}

/** Whether there is something to reach, and whether the start is not there yet. */
function aimProblems(start: SoundExample, solution: SoundExample): Found[] {
  const { file, contract, id } = solution.example;
  const [aim, own] = [solution.recorded[0], start.recorded[0]];
  const unjudged = unjudgedBecause(contract, aim);
  if (unjudged !== undefined) {
    const title = `An exercise is checked by what its solution prints, and ${file} ${unjudged}.`;
    const remedy = aim?.out === '' ? `Let it print, then: npm run record -- ${id}` : 'Name another solution.';
    return [{ prop: 'solution', title, remedy }];
  }
  // One that was never recorded has a problem of its own.
  if (aim === undefined || own === undefined) return [];
  const streams = showsStderr(contract) ? (['out', 'err'] as const) : (['out'] as const);
  const isThere =
    expectedExit(start.example.contract) === expectedExit(contract) &&
    streams.every(stream => permits(aim[stream] ?? '', own[stream] ?? '', promiseOf(contract, stream)));
  if (!isThere) return [];
  return [
    {
      prop: 'start',
      title: `${start.example.file} prints what its solution prints, so nothing is left to do.`,
      remedy: `Leave a part of the solution out of it, then: npm run record -- ${start.example.id}`,
    },
  ];
}

/** Why no output of a solution can judge a reader's version, as the end of a sentence. */
function unjudgedBecause({ hangs, form }: Contract, aim: Recording | undefined): string | undefined {
  if (hangs === true) return 'gets stuck';
  if (form !== undefined) return 'prints something else in each run';
  return aim?.out === '' ? 'prints nothing' : undefined;
}
