import { keepSetting, readSetting } from '../storage/settings.ts';

const SETTING = 'searches';
const MAX_SEARCHES = 5;
const MAX_LENGTH = 80;

/** What the reader searched for on this device, the last first; nothing if the browser keeps nothing. */
export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readSetting(SETTING) ?? '[]');
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string').slice(0, MAX_SEARCHES) : [];
  } catch {
    // Something else wrote it.
    return [];
  }
}

/** Keeps a search that led somewhere. It leaves the device at no time. */
export function keepSearch(term: string): void {
  const text = term.trim().slice(0, MAX_LENGTH);
  if (text === '') return;
  const others = recentSearches().filter(each => each !== text);
  keepSetting(SETTING, JSON.stringify([text, ...others].slice(0, MAX_SEARCHES)));
}

export function forgetSearches(): void {
  keepSetting(SETTING, '[]');
}
