import { deRun } from '../../core/words/de/runs/run.ts';
import { deTimeline } from '../../core/words/de/runs/timeline.ts';
import type { Words } from '../../core/words/en/en.ts';
import { enRun } from '../../core/words/en/runs/run.ts';
import { enTimeline } from '../../core/words/en/runs/timeline.ts';
import { ofLanguage } from '../../core/words/of-language.ts';

/** The words about runs and their timelines. */
type RunWords = Pick<Words, 'run' | 'timeline'>;

/** These parts alone, by language: all words of the site weigh more than the scripts that show these. */
export const RUN_WORDS: Readonly<Record<string, RunWords>> = {
  en: { run: enRun, timeline: enTimeline },
  de: { run: deRun, timeline: deTimeline },
};

/** The words about runs in the language of the page. Only scripts that are loaded when needed import it. */
export function pageWords(): RunWords {
  return ofLanguage(RUN_WORDS, document.documentElement.lang) ?? { run: enRun, timeline: enTimeline };
}
