/** A path below `examples/` → the id of its example: `threading/lock.py`, `threading/lock/main.py` → `threading/lock`. */
export function idOf(file: string): string {
  return file
    .replace(/^\.?\//, '')
    .replace(/\/main\.py$/, '')
    .replace(/\.py$/, '')
    .replace(/\/$/, '');
}
