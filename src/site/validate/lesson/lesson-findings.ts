import type { Tag } from '../../article/parse-mdx.ts';
import type { LessonFinding } from './lesson-finding.ts';
import { exerciseFindings } from './exercise-findings.ts';
import { outdatedFindings } from './outdated-findings.ts';
import { recapFindings } from './recap-findings.ts';

const CHECKS: Readonly<Record<string, (tag: Tag) => readonly LessonFinding[]>> = {
  Exercise: exerciseFindings,
  Recap: recapFindings,
  Outdated: outdatedFindings,
};

/** What is wrong with a tag as a part of a lesson. */
export function lessonFindings(tag: Tag): readonly LessonFinding[] {
  return Object.hasOwn(CHECKS, tag.name) ? (CHECKS[tag.name]?.(tag) ?? []) : [];
}
