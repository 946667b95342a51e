/** `/project/examples/locks/account/` → `locks/account` */
export function exampleName(path: string): string {
  return path.replace(/^.*\/examples\//, '').replace(/\/$/, '');
}
