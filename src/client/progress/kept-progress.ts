import { forgetSetting, keepSetting, PROGRESS, readSetting } from '../storage/settings.ts';

/** What is kept of an article. */
export interface Kept {
  /** When its reader was last there, in milliseconds since 1970. */
  readonly seen: number;
  readonly done?: boolean;
  /** The heading where its reader was: its anchor and its text. */
  readonly hash?: string;
  readonly heading?: string;
}

/** Articles by the path of their pages. */
export type KeptArticles = Readonly<Record<string, Kept>>;

/** For a browser that keeps nothing: what holds until this page is left. */
let ofPage: KeptArticles = {};

/** What is kept. Whatever else is stored under this name, or nothing, is no progress. */
export function readProgress(): KeptArticles {
  const text = readSetting(PROGRESS);
  if (text === undefined) return ofPage;
  try {
    const found = JSON.parse(text) as unknown;
    const entries = Object.entries(found ?? {}).filter((entry): entry is [string, Kept] => isKept(entry[1]));
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

function isKept(value: unknown): value is Kept {
  const { seen, hash, heading } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>;
  const isText = (each: unknown): boolean => each === undefined || typeof each === 'string';
  return typeof seen === 'number' && isText(hash) && isText(heading);
}

/**
 * Keeps more of an article. Another page may have kept something since this one was opened.
 * @returns whether the browser keeps it
 */
export function keepOf(path: string, more: Partial<Kept>): boolean {
  const before = readProgress();
  ofPage = { ...before, [path]: { ...before[path], seen: Date.now(), ...more } };
  return keepSetting(PROGRESS, JSON.stringify(ofPage));
}

/** Forgets everything. */
export function forgetProgress(): void {
  ofPage = {};
  forgetSetting(PROGRESS);
}
