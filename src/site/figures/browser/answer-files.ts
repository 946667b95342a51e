import type { ReaderAnswer } from '../../../core/browser/reader-answer.ts';
import { answerUrl } from '../../routes.ts';
import { type CheckedExamples, findChecked } from '../parts/checked-example.ts';
import type { AnyFigure } from '../parts/figure.ts';

/** What pages fetch to judge predictions, by path in the site: recordings that this build verified. */
export function answerFiles(
  figures: readonly (readonly [key: string, figure: AnyFigure])[],
  examples: CheckedExamples,
): ReadonlyMap<string, string> {
  const ids = figures.flatMap(([, figure]) => (figure.kind === 'predict' ? figure.start.id : []));
  return new Map(
    ids.flatMap(id => {
      const { example, verified = [] } = findChecked(examples, id) ?? {};
      const [first] = verified;
      if (example === undefined || first === undefined) return [];
      const { order, mask } = example.contract;
      const answer: ReaderAnswer = { id, contract: { order, mask }, out: first.recording.out };
      return [[answerUrl(id).slice(1), JSON.stringify(answer)] as const];
    }),
  );
}
