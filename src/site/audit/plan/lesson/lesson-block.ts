import type { Words } from '../../../../core/words/en/en.ts';
import { collapse } from '../text/expected-text.ts';
import type { PlannedNode } from './planned-node.ts';

/** Words of the site around a part of a lesson. */
export type LessonBlock = { readonly kind: 'lesson' } & (
  | { readonly part: 'recap'; readonly title?: string | undefined }
  | { readonly part: 'level'; readonly level: string }
  | { readonly part: 'hint'; readonly number: string; readonly of: string }
  | { readonly part: 'solution' }
);

/** The block that a node of an article begins; undefined if it is no part of a lesson. */
export function lessonBlock(
  { type, name, value = '' }: PlannedNode,
  props: Readonly<Record<string, unknown>>,
): LessonBlock | undefined {
  if (type === 'lesson' && name === 'level') return { kind: 'lesson', part: 'level', level: value };
  if (type === 'lesson' && name === 'hint') {
    const [number = '', of = ''] = value.split('/');
    return { kind: 'lesson', part: 'hint', number, of };
  }
  if (type === 'lesson' && name === 'solution') return { kind: 'lesson', part: 'solution' };
  if (name !== 'Recap') return undefined;
  return { kind: 'lesson', part: 'recap', title: typeof props.title === 'string' ? props.title : undefined };
}

/** The lines that a page has to have of a part of a lesson. */
export function lessonLines(block: LessonBlock, { lesson }: Words): readonly string[] {
  switch (block.part) {
    case 'recap':
      return [`p.callout-title[data-lesson=recap]: ${collapse(block.title ?? lesson.recap)}`];
    case 'level': {
      const name = Object.entries(lesson.levels).find(([level]) => level === block.level)?.[1] ?? '';
      return [`p.level[data-lesson=${block.level}]: ${lesson.exerciseOf(name)}`];
    }
    case 'hint': {
      const text = block.of === '1' ? lesson.hint : lesson.hintOf(block.number, block.of);
      return [`summary[data-lesson=hint]: ${text}`];
    }
    case 'solution':
      return [`summary[data-lesson=solution]: ${lesson.solution}`];
  }
}
