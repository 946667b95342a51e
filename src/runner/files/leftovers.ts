/**
 * Names of files and folders that editors and systems leave, each as a pattern of the whole name. The names
 * are those of the templates that GitHub publishes for `.gitignore`.
 */
const LEFTOVERS = [
  // Python and its tools.
  /__pycache__/,
  /.*\.py[co]/,
  /\.(?:mypy|pytest|ruff)_cache/,
  // macOS, Windows, file systems of networks.
  /\.DS_Store/,
  /\._.*/,
  /Thumbs\.db(?::encryptable)?/,
  /[Dd]esktop\.ini/,
  /\.nfs[0-9a-f]+/,
  // Emacs, Vim, JetBrains, VS Code, Jupyter.
  /.*~/,
  /\.#.*/,
  /#.*#/,
  /\..*\.sw[a-p]/,
  /4913/,
  /\.idea/,
  /\.vscode/,
  /\.ipynb_checkpoints/,
  // Tools that merge and patch.
  /.*\.(?:orig|rej)/,
].map(({ source }) => new RegExp(`^(?:${source})$`, 'u'));

/** Whether a path is what an editor or a system leaves, or is inside of such a folder: nobody means it. */
export function isLeftover(path: string): boolean {
  return path.split('/').some(name => LEFTOVERS.some(leftover => leftover.test(name)));
}
