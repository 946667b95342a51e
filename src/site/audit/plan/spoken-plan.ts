import { languageOf } from '../../../core/settings/site-languages.ts';
import type { Words } from '../../../core/words/en/en.ts';
import { wordsOf } from '../../../core/words/languages.ts';
import type { AuditPlan } from './audit-plan.ts';

/** The language in which a page speaks of runs. */
export interface Spoken {
  readonly language: string;
  readonly words: Words;
}

/** A plan with the language of one of its files. */
export type SpokenPlan = AuditPlan & Spoken;

/** The plan for a file of the site, in the language of its folder: `de/advanced/locks/index.html`. */
export function spokenPlan(plan: AuditPlan, file: string): SpokenPlan {
  const language = languageOf(`/${file}`, plan.languages);
  return { ...plan, language, words: wordsOf(language) };
}
