/** What is read; undefined where it is not there. @param absent errors of the operating system that say so */
export function unlessAbsent<T>(read: () => T, absent: readonly string[] = ['ENOENT']): T | undefined {
  try {
    return read();
  } catch (error) {
    if (absent.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
