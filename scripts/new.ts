import { relative } from 'node:path';
import { refusal } from '../src/core/problems/problem.ts';
import { print } from '../src/report/print.ts';
import { lockReport } from '../src/report/record-results.ts';
import { newExample } from '../src/runner/examples/new-example.ts';
import { updateLocks } from '../src/runner/packages/update-locks.ts';
import { newArticle } from '../src/site/commands/new-article.ts';
import { shellQuote } from '../src/core/text/shell-quote.ts';
import { newSite } from '../src/site/commands/new-site.ts';
import { site } from '../src/site.config.ts';
import { command, runCli } from './cli/cli.ts';
import { collect, EXAMPLES_OPTION, examplesOption } from './cli/options.ts';

interface Options {
  readonly article: boolean;
  readonly examples: string;
  readonly site?: string;
  readonly title?: string;
  readonly with: readonly string[];
}

const program = command('new', 'Writes a new example, a new article or a new site, ready to run.', [
  EXAMPLES_OPTION,
])
  .argument('[name]', 'topic/name of an example, or track/slug of an article')
  .option('--article', 'write an article', false)
  .option('--with <package>', 'a package that the example imports; may be repeated', collect, [])
  .option('--site <folder>', 'make a site of its own in a new folder, with the title that --title gives')
  .option('--title <title>', 'the title of the new site');

await runCli<Options>(program, async ({ article, examples, site: folder, title, with: packages }) => {
  const [name] = program.args;
  const root = process.cwd();
  const today = new Date().toISOString().slice(0, 10);
  const isSite = folder !== undefined;
  if (
    isSite !== (name === undefined) ||
    (isSite && article) ||
    (!isSite && title !== undefined) ||
    ((article || isSite) && packages.length > 0)
  )
    throw refusal({
      file: 'command line',
      title: 'Name one thing: an example, an article or a site.',
      remedy:
        'npm run new -- topic/name, npm run new -- --article track/slug, ' +
        'or npm run new -- --site ../my-docs --title "My docs"',
    });
  if (folder !== undefined) {
    const path = shellQuote(relative(root, await newSite(root, folder, title ?? '', today)));
    print(`Made ${path}: one track, one article, one example. To see it:`);
    print(`  cd ${path} && npm start`);
  } else if (article) {
    const file = await newArticle(
      root,
      name ?? '',
      Object.keys(site.tracks),
      today,
      Object.keys(site.translations),
    );
    print(`Wrote ${file}. See it while you write: npm run dev`);
  } else {
    const { id, file } = await newExample(root, name ?? '', examples, packages);
    print(`Wrote ${file}. Edit it, then record what it prints, and show it in an article:`);
    const elsewhere = examplesOption(examples);
    print(`  npm run record -- ${id}${elsewhere}\n  <Example file="${file.slice(examples.length + 1)}" />`);
    if (packages.length === 0) return true;
    const which = { pythons: [], words: [id], which: 'missing', upgrade: false } as const;
    const locks = await updateLocks({ root, examples, ...which });
    print(`\n${lockReport(locks)}`);
    return locks.every(({ kind }) => kind !== 'failed');
  }
  return true;
});
