import type { Contract } from '../../core/contract/contract-schema.ts';
import { fail, type Result, succeed } from '../../core/problems/result.ts';
import type { Recording } from '../../core/verdict/recording.ts';
import { answerUrl } from '../routes.ts';
import { type At, buildFigure, type FigureLook } from './build-figure.ts';
import type { SoundExample } from './parts/checked-example.ts';
import type { Predict } from './parts/figure.ts';

/** Nobody writes more lines than these into a field. */
const MAX_LINES = 12;

/** `<Predict>` → the code, and the output that is folded until the reader has said what it prints. */
export function buildPredict(
  checked: SoundExample,
  look: FigureLook,
  anchors: Set<string>,
  at: At,
): Result<Predict> {
  const { file, contract, id } = checked.example;
  const unasked = unaskedBecause(contract, checked.recorded[0]);
  if (unasked !== undefined) {
    const title = `Nobody can predict what ${file} prints: it ${unasked}.`;
    return fail({ ...at('file'), title, remedy: `<Example file="${file.replace(/^examples\//, '')}" />` });
  }
  const code = buildFigure({ output: false }, checked, look, anchors, at);
  const output = buildFigure({ code: false }, checked, look, anchors, at);
  if (code.value === undefined || output.value === undefined)
    return fail(...(code.problems ?? []), ...(output.problems ?? []));
  const isVerified = checked.verified.length > 0;
  return succeed({
    kind: 'predict',
    start: code.value,
    solution: output.value,
    answer: isVerified ? answerUrl(id) : undefined,
    isVarying: isVerified && contract.mask.length > 0,
  });
}

/** Why the output of an example is no question, as the end of a sentence. */
function unaskedBecause(
  { hangs, form, order }: Contract,
  recording: Recording | undefined,
): string | undefined {
  if (hangs === true) return 'gets stuck';
  if (form !== undefined) return 'prints something else in each run';
  if (recording?.out === '') return 'prints nothing';
  const lines = recording?.out.trimEnd().split('\n').length ?? 0;
  const promised = order === 'exact' ? '' : ', in an order that may vary';
  return lines > MAX_LINES
    ? `prints ${lines} lines${promised}; ${MAX_LINES} are the most that a field takes`
    : undefined;
}
