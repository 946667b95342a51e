import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { glob } from 'tinyglobby';
import { joinLines, splitLines } from '../../core/text/lines.ts';

/** Elements within a line of text. All others begin a new line. */
const INLINE: ReadonlySet<string> = new Set(
  `a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small
   span strong sub sup svg time u var wbr`.split(/\s+/),
);
const UNSEEN: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template']);

/** What we ask of a node of a parsed page. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

/**
 * A page's HTML → its text: the title, then a line for each block. Lines of code and output stay as they are.
 */
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
    if (UNSEEN.has(name)) return;
    if (type === 'text') {
      open += data.replaceAll(/\s+/g, ' ');
      return;
    }
    if (!INLINE.has(name)) end();
    if (name === 'pre') lines.push(...splitLines($(node as never).text()).lines);
    else if (name === 'img') open += attribs.alt ?? '';
    else children.forEach(visit);
    if (!INLINE.has(name)) end();
  };
  visit($.root()[0] as unknown as Node);
  return joinLines({ lines, closed: true });
}

/** The text of each page below a folder, by its URL path: `/advanced/locks/`. */
export async function pageTexts(dist: string): Promise<ReadonlyMap<string, string>> {
  const files = (await glob('**/*.html', { cwd: dist })).sort();
  const texts = files.map(async file => {
    const url = `/${file}`.replace(/\/index\.html$/, '/');
    return [url, pageText(await readFile(join(dist, file), 'utf8'))] as const;
  });
  return new Map(await Promise.all(texts));
}
