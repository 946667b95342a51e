/** Languages of a block that could have been run, or that looks like what a run printed. */
export const RUNNABLE_LANGUAGES = ['python', 'py', 'pycon', 'text', 'txt', 'plain', 'output', ''];

/** Whether a block of this language looks as if somebody had run it: it must say that nobody did. */
export function isRunnable(language: string): boolean {
  return RUNNABLE_LANGUAGES.includes(language);
}
