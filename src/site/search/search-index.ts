import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Pages that are sent to Pagefind before it has answered. */
const BATCH_SIZE = 16;

/** Pagefind's own user interfaces. We have another, and theirs differ from build to build. */
const INTERFACE = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Signs of Python that people search for: `:=`, `->`, `@property`, `**kwargs`, `!=`, `<<`, `|=`, `%`. */
const SEARCHED_SIGNS = ':=-<>@+*!%&|^~';

/** A block, with its attributes. One may hold `>`. */
const BLOCK = /<pre(?<attributes>(?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>[\s\S]*?<\/pre>/g;

/**
 * Writes a search index of pages into `pagefind/` of a site: the elements with `data-pagefind-body`.
 * @param language of all pages: `en`; undefined if each says its own, and has an index of it. Words are
 *   reduced to their stems by the rules of the language
 * @param pages URL paths such as `/advanced/locks/`; the same pages in the same order give the same bytes
 */
export async function writeSearchIndex(
  dist: string,
  language: string | undefined,
  pages: readonly string[],
): Promise<void> {
  const { index, errors } = await createIndex({
    ...(language === undefined ? {} : { forceLanguage: language }),
    includeCharacters: SEARCHED_SIGNS,
  });
  check(errors);
  if (index === undefined) throw new Error('Pagefind has made no index');
  try {
    // Pages get their numbers in the order of these calls; a few wait for their answers at a time.
    for (let start = 0; start < pages.length; start += BATCH_SIZE) {
      const batch = pages.slice(start, start + BATCH_SIZE).map(async url => {
        const content = withCodeMarks(readFileSync(join(dist, url, 'index.html'), 'utf8'));
        check((await index.addHTMLFile({ url, content })).errors);
      });
      await Promise.all(batch);
    }
    // As bytes: `writeFiles` resolves before the last files are complete.
    const { errors: failures, files } = await index.getFiles();
    check(failures);
    for (const { path, content } of files.filter(file => !INTERFACE.test(file.path))) {
      const file = join(dist, 'pagefind', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  } finally {
    await close();
  }
}

/**
 * A page for the index. Elements with an id are where code begins and ends, so the search can tell code from
 * text. In code, a word ends with a bracket that opens: in `call(*args)`, `*args` is a word. Letters and
 * digits stay the same.
 */
function withCodeMarks(html: string): string {
  return html.replaceAll(BLOCK, (block, attributes: string) => {
    const [, id] = /\sdata-code="([^"]+)"/.exec(attributes) ?? [];
    if (id === undefined) return block;
    const code = block.replaceAll(/>[^<]*/g, text => text.replaceAll(/[([{](?=\S)/g, '$& '));
    return `<b id="code:${id}"></b>${code}<b id="text:"></b>`;
  });
}

function check(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
