import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { glob } from 'tinyglobby';
import { joinLines, splitLines } from '../../core/text/lines.ts';

/** Elements that stand in a line of text; all others begin a line of their own. */
const INLINE: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'svg',
  'time',
  'u',
  'var',
  'wbr',
]);
const UNSEEN: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template']);

/** What we ask of a node of a parsed page. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

/** A page's HTML → its text as readers get it: its title, then a line for each block, and the lines of code and output as they are. Each with a line feed. */
export function pageText(html: string): string {
  const $ = load(html);
  const lines = [$('head > title').text().trim()];
  let open = '';
  const end = (): void => {
    if (open.trim() !== '') lines.push(open.trim());
    open = '';
  };
  const visit = (node: Node): void => {
    const { type, name = '', data = '', attribs = {}, children = [] } = node;
    if (type === 'text') return void (open += data.replaceAll(/\s+/g, ' '));
    if (UNSEEN.has(name)) return;
    if (!INLINE.has(name)) end();
    if (name === 'pre') lines.push(...splitLines($(node as never).text()).lines);
    else if (name === 'img') open += attribs.alt ?? '';
    else children.forEach(visit);
    if (!INLINE.has(name)) end();
  };
  visit($.root()[0] as unknown as Node);
  return joinLines({ lines, closed: true });
}

/** All pages below a folder, by their address (`/advanced/locks/`), with their text. */
export async function pageTexts(dist: string): Promise<ReadonlyMap<string, string>> {
  const files = (await glob('**/*.html', { cwd: dist })).sort();
  const texts = await Promise.all(
    files.map(
      async file =>
        [
          `/${file}`.replace(/\/index\.html$/, '/'),
          pageText(await readFile(join(dist, file), 'utf8')),
        ] as const,
    ),
  );
  return new Map(texts);
}
