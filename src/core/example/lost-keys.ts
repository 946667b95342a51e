import { CONTRACT_KEYS } from '../contract/contract-schema.ts';
import type { Problem } from '../problems/problem.ts';
import { nearest, suggestion } from '../problems/suggest.ts';
import { commentLines } from './python-comments.ts';

type Found = Omit<Problem, 'file'>;
type Table = Readonly<Record<string, unknown>>;
interface Lines {
  readonly first: number;
  readonly last: number;
}

const OWN = ['requires-python', 'dependencies', 'tool'];
const KEYS = Object.keys(CONTRACT_KEYS);
const isKey = (key: string): key is keyof typeof CONTRACT_KEYS => Object.hasOwn(CONTRACT_KEYS, key);

/** Lines to paste for a key of the contract, each right; none for another key. */
export function exampleLines(key: string): readonly string[] {
  return isKey(key) ? CONTRACT_KEYS[key].examples.map(each => `# ${key} = ${each}`) : [];
}

/** Whether a contract takes a value of a key. It says nothing of keys that are not its own. */
export function isSoundValue(key: string, value: unknown): boolean {
  return !isKey(key) || CONTRACT_KEYS[key].schema.safeParse(value).success;
}

/** Lines to choose from, as a remedy; empty if there are none. */
export function oneOf(lines: readonly string[]): string {
  return lines.length < 2 ? lines.join('') : `One of these lines:\n${lines.join('\n')}`;
}

/** What a key or a header of a table is preceded by in a block. */
const BEFORE = String.raw`^# *\[*(?:tool\.)?"?`;
const HEADER = /^# *\[ *tool *\. *verbatim *\] *$/;

/**
 * Keys and tables of a block that nothing would read: a key of the contract outside of its table, a table
 * whose name is nearly the right one. What they promise would not be checked, and nobody would notice.
 */
export function lostKeys(table: Table, source: string, block: Lines): Found[] {
  const lines = source.split('\n').slice(block.first - 1, block.last);
  const header = lines.findIndex(line => HEADER.test(line));
  const tool = typeof table.tool === 'object' && table.tool !== null ? Object.keys(table.tool) : [];
  const outside = [...Object.keys(table).filter(key => !OWN.includes(key)), ...tool.filter(isLostTool)];
  let isFirst = true;
  const moved = (line: string): string => {
    if (/^# *\[/.test(line)) return line.replace(/(?<=\[)(?:tool\.)?(?=[^[])/, 'tool.verbatim.');
    if (header !== -1) return `Move it below line ${block.first + header}:\n${line}`;
    // The table is written once: TOML refuses a second.
    const table = isFirst
      ? 'to the end of the block, below a line for the table:\n# [tool.verbatim]'
      : 'there too:';
    isFirst = false;
    return `Move it ${table}\n${line}`;
  };
  return outside.map(key => {
    const name = key.replaceAll(/\W/g, String.raw`\$&`);
    const index = Math.max(
      0,
      lines.findIndex(line => new RegExp(`${BEFORE}${name}\\b`).test(line)),
    );
    const at = { line: block.first + index, column: 1 };
    const line = lines[index] ?? '';
    if (nearest(key, ['verbatim']) !== undefined)
      return {
        ...at,
        title: `Nothing reads the table ${headerOf(line) ?? key}: its name is [tool.verbatim].`,
        remedy: line.replace(/(?<=\[)[^\].]*(?:\.[^\].]*)?/, 'tool.verbatim'),
      };
    if (KEYS.includes(key))
      return {
        ...at,
        title: `"${key}" is outside of [tool.verbatim], so nothing reads it.`,
        remedy: moved(line),
      };
    const meant = nearest(key, [...OWN, ...KEYS]);
    const remedy =
      meant === undefined || OWN.includes(meant)
        ? suggestion(key, [...OWN, ...KEYS])
        : `Did you mean "${meant}"? ${moved(line.replace(key, meant))}`;
    return { ...at, title: `The metadata block has no key "${key}".`, remedy };
  });
}

/** Tables of other tools may stand in a block; a key of the contract, or nearly our name, is a mistake. */
const isLostTool = (key: string): boolean =>
  key !== 'verbatim' && (KEYS.includes(key) || nearest(key, ['verbatim']) !== undefined);

const headerOf = (line: string): string | undefined => /\[+[^\]]*\]+/.exec(line)?.[0];

const FIRST_LINE = /^\s*#+\s*\/{2,4}\s*(?<type>[\w-]+)\s*$/;
const EXACT = '# /// script';

/** A line that was meant to begin a block, or a table of ours outside of the block: nothing reads either. */
export function lostBlock(source: string, block: Lines | undefined): Found | undefined {
  if (!/\/\/|tool/.test(source)) return undefined;
  const comments = commentLines(source);
  for (const [index, line] of source.split('\n').entries()) {
    const at = { line: index + 1, column: 1 };
    if (!comments.has(at.line) || (block && at.line >= block.first && at.line <= block.last)) continue;
    const type = FIRST_LINE.exec(line)?.groups?.type?.toLowerCase();
    const meant = type !== undefined && nearest(type, ['script', 'verbatim']) !== undefined;
    if (meant && line !== EXACT && block === undefined)
      return { ...at, title: 'This line begins no metadata block, so nothing reads it.', remedy: EXACT };
    if (!HEADER.test(line)) continue;
    const title = '[tool.verbatim] is outside of a metadata block, so nothing reads it.';
    const remedy =
      block === undefined
        ? `Write "${EXACT}" above it, and "# ///" below its last key.`
        : `Move it and its keys into the block, above line ${block.last}.`;
    return { ...at, title, remedy };
  }
  return undefined;
}
