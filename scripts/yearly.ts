import { refusal } from '../src/core/problems/problem.ts';
import { print } from '../src/report/print.ts';
import { readYearlyFacts } from '../src/site/yearly/read-yearly-facts.ts';
import { yearlyList } from '../src/site/yearly/yearly-list.ts';
import { command, runCli } from './cli/cli.ts';

const program = command(
  'yearly',
  'Lists what names a version of Python, as a check-list for the day on which one comes or goes.',
).option(
  '--month <month>',
  'as if it were this month, such as 2027-11',
  new Date().toISOString().slice(0, 7),
);

await runCli<{ month: string }>(program, async ({ month }) => {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw refusal({
      file: 'command line',
      title: `"${month}" is no month.`,
      remedy: 'For example: --month 2027-11',
    });
  print(yearlyList(await readYearlyFacts(process.cwd(), month)));
  return true;
});
