/** A path below `examples/` → the id of its example: `a/lock.py` and `a/lock/main.py` → `a/lock`. */
export function idOf(file: string): string {
  return file
    .replace(/^\.?\//, '')
    .replace(/\/main\.py$/, '')
    .replace(/\.py$/, '')
    .replace(/\/$/, '');
}
