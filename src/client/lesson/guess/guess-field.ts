import type { Prediction } from '../../../core/browser/judge-prediction.ts';
import type { ReaderAnswer } from '../../../core/browser/reader-answer.ts';
import { fetchJson } from '../../run/fetch-json.ts';
import { differenceLines } from '../../run/view/difference-lines.ts';
import { make } from '../../run/view/elements.ts';
import { lessonWords } from '../../words/lesson-words.ts';

/** A field for a guess, which the recording answers. @param place `data-answer` is the answer's address */
export function showField(place: HTMLElement): void {
  const lesson = lessonWords();
  const field = make('textarea', { rows: 3, spellcheck: false, autocapitalize: 'off' });
  const button = make('button', { type: 'button' }, lesson.compare);
  const result = make('div', { role: 'status' });
  let answer: ReaderAnswer | undefined;
  const compare = async (): Promise<void> => {
    button.disabled = true;
    try {
      // In this order: the schemas of the contract ask for it as soon as they are there.
      await import('../../run/no-eval.ts');
      const { judgePrediction } = await import('../../../core/browser/judge-prediction.ts');
      answer ??= (await fetchJson(place.dataset.answer ?? '')) as ReaderAnswer;
      const prediction = judgePrediction(answer, field.value);
      place.dataset.verdict = prediction.kind;
      result.replaceChildren(...shown(prediction));
    } catch (error) {
      console.warn(error);
      delete place.dataset.verdict;
      result.replaceChildren(lesson.unanswered);
    }
    button.disabled = false;
  };
  button.addEventListener('click', () => void compare());
  place.append(make('label', {}, lesson.guess, field), button, result);
}

function shown(prediction: Prediction): (Node | string)[] {
  const lesson = lessonWords();
  if (prediction.kind === 'same') return [lesson.right];
  if (prediction.kind === 'other order') return [lesson.rightInAnotherOrder];
  if (prediction.kind === 'nothing') return [lesson.nothingYet];
  const lines = differenceLines(prediction.difference, { '-': lesson.printed, '+': lesson.yours });
  const region = { tabIndex: 0, role: 'region', ariaLabel: lesson.difference };
  return [lesson.notTheSame, make('pre', region, ...lines)];
}
