import { print, printError } from '../src/report/print.ts';
import { upgradeSite } from '../src/runner/git/site-repository.ts';
import { command, runCli } from './cli/cli.ts';

const program = command('upgrade', 'Takes a later version of Verbatim into a site that was made from it.')
  .argument('[source]', 'folder or URL of Verbatim’s repository; otherwise the remote "verbatim"')
  .option('--to <version>', 'a branch or tag; otherwise what the source has checked out');

await runCli<{ to?: string }>(program, async ({ to }) => {
  const [source] = program.args;
  const upgrade = await upgradeSite(process.cwd(), source, to);
  const version = upgrade.version.slice(0, 12);
  if (upgrade.kind === 'nothing new') print(`This site has all of Verbatim ${version} already.`);
  if (upgrade.kind === 'merged')
    print(`Took in Verbatim ${version}. Run all gates: npm test\nTo undo it: git reset --merge HEAD^`);
  if (upgrade.kind !== 'conflicts') return true;
  printError(
    [
      `Both Verbatim ${version} and this site changed the same lines of:`,
      ...upgrade.conflicts.map(file => `  ${file}`),
      'Edit them, then: git add --all && git commit --no-edit && npm test',
      'Or leave it: git merge --abort',
    ].join('\n'),
  );
  return false;
});
