import type { Prediction } from '../../../core/browser/judge-prediction.ts';
import type { ReaderAnswer } from '../../../core/browser/reader-answer.ts';
import { wordsOf } from '../../../core/words/languages.ts';
import { differenceOf } from './difference-lines.ts';

/** A field for a guess, which the recording answers. @param place `data-answer` is the answer's address */
export function showField(place: HTMLElement): void {
  const { lesson } = wordsOf(document.documentElement.lang);
  const field = document.createElement('textarea');
  field.rows = 3;
  field.spellcheck = false;
  field.autocapitalize = 'off';
  const label = document.createElement('label');
  label.append(lesson.guess, field);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = lesson.compare;
  const result = document.createElement('div');
  result.setAttribute('role', 'status');
  let answer: ReaderAnswer | undefined;
  const compare = async (): Promise<void> => {
    button.disabled = true;
    try {
      // In this order: the schemas of the contract ask for it as soon as they are there.
      await import('../../run/no-eval.ts');
      const { judgePrediction } = await import('../../../core/browser/judge-prediction.ts');
      answer ??= await fetchAnswer(place.dataset.answer ?? '');
      const prediction = judgePrediction(answer, field.value);
      place.dataset.verdict = prediction.kind;
      result.replaceChildren(...shown(prediction, lesson));
    } catch (error) {
      console.warn(error);
      delete place.dataset.verdict;
      result.replaceChildren(lesson.unanswered);
    }
    button.disabled = false;
  };
  button.addEventListener('click', () => void compare());
  place.append(label, button, result);
}

function shown(prediction: Prediction, lesson: ReturnType<typeof wordsOf>['lesson']): (Node | string)[] {
  if (prediction.kind === 'same') return [lesson.right];
  if (prediction.kind === 'other order') return [lesson.rightInAnotherOrder];
  if (prediction.kind === 'nothing') return [lesson.nothingYet];
  return [lesson.notTheSame, differenceOf(prediction.difference, lesson)];
}

async function fetchAnswer(url: string): Promise<ReaderAnswer> {
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(`${url}: ${response.status}`);
  return (await response.json()) as ReaderAnswer;
}
