import type { Words } from '../../core/words/en/en.ts';

type ScriptWord = keyof Words['frame']['scripts'];

/** What a page says through its scripts, in its language: the element for announcements has it. */
export function word(name: ScriptWord, part = ''): string {
  const { dataset } = document.querySelector<HTMLElement>('.announcement') ?? document.body;
  // A part may hold `$&`, which means something in a replacement.
  return (dataset[name] ?? '').replace('%', () => part);
}
