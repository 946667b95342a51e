import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '../src/core/problems/problem.ts';
import { pageChanges, pageChangesReport } from '../src/report/page-changes.ts';
import { writeSummary } from '../src/report/reports.ts';
import { buildCommit } from '../src/runner/git/build-commit.ts';
import { pageTexts } from '../src/site/commands/page-text.ts';
import { command, runCli } from './cli/cli.ts';

const program = command(
  'changed-pages',
  'Lists in Markdown how pages of dist/ differ from those of another build.',
)
  .requiredOption('--base <folder-or-commit>', 'the other build: a folder, or a commit to build')
  .option('--output <file>', 'file to write; default: standard output');

await runCli<{ base: string; output?: string }>(program, async ({ base, output }) => {
  const dist = join(process.cwd(), 'dist');
  if (!existsSync(dist))
    throw refusal({ file: 'dist', title: 'The site is not built.', remedy: 'npm run build' });
  const { dist: before, remove } = existsSync(base)
    ? { dist: base, remove: () => Promise.resolve() }
    : await buildCommit(process.cwd(), base);
  try {
    const changes = pageChanges(await pageTexts(before), await pageTexts(dist));
    await writeSummary(limit => pageChangesReport(changes, limit), output);
  } finally {
    await remove();
  }
});
