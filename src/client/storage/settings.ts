/** The setting with the progress of a reader, one for each site of a host. */
export const PROGRESS = `progress ${import.meta.env.BASE_URL}`;

/** Reads a setting. Undefined if it was never set, or if the browser keeps nothing. */
export function readSetting(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a setting for other pages. @returns whether the browser does; if not, it holds for this page only */
export function keepSetting(name: string, value: string): boolean {
  try {
    localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

/** Forgets a setting. */
export function forgetSetting(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
