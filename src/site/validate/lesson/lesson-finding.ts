import type { Problem } from '../../../core/problems/problem.ts';

/** What is wrong with a part of a lesson, and what to do; the tag knows where. */
export type LessonFinding = Pick<Problem, 'title' | 'remedy'>;
