import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { glob } from 'tinyglobby';

/** A line of a page that fetches an example or a variant from the site and runs it. */
export interface PublishedLine {
  /** `locks/account`, or that of a variant: `locks/account.without-the-lock`. */
  readonly id: string;
  /** As a reader copies it. */
  readonly line: string;
}

/** The address of what a line fetches. */
const ADDRESS =
  /(?<site>https?:\/\/[^\s']+?)\/examples\/(?<file>[^\s']+?)(?:\/main)?(?<variant>\.[\w-]+)?\.(?:py|zip)/;

/** The lines that the pages of a built site show, by id. @param dist the folder of the site */
export async function publishedLines(dist: string): Promise<readonly PublishedLine[]> {
  const pages = (await glob('examples/**/index.html', { cwd: dist })).sort();
  return pages.flatMap(page => {
    const $ = load(readFileSync(join(dist, page), 'utf8'));
    const lines = $('button[data-copy-text]')
      .toArray()
      .map(button => $(button).closest('.fence').find('pre').text());
    return lines.map(text => {
      const { file, variant = '' } = ADDRESS.exec(text)?.groups ?? {};
      if (file === undefined) throw new Error(`${page} has a line without an address: ${text}`);
      return { id: `${file}${variant}`, line: text.trimEnd() };
    });
  });
}

/** The line as it fetches from another host. @param site `http://localhost:4321` */
export function fetchingFrom(site: string, line: string): string {
  const { site: published = '' } = ADDRESS.exec(line)?.groups ?? {};
  return line.replace(`${published}/examples/`, `${site}/examples/`);
}
