/** What `read` returns; undefined if there is no such file. @param absent codes of the errors that mean so */
export function ifExists<T>(read: () => T, absent: readonly string[] = ['ENOENT']): T | undefined {
  try {
    return read();
  } catch (error) {
    if (absent.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
