/** The id that a path below `examples/` names: `threading/lock.py` → `threading/lock`; a folder's path is its example's id. */
export function idOf(path: string): string {
  return path
    .replace(/^\.?\//, '')
    .replace(/\/main\.py$/, '')
    .replace(/\.py$/, '')
    .replace(/\/$/, '');
}
