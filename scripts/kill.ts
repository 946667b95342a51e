import { EXIT } from '../src/core/problems/problem.ts';
import { findInterpreters } from '../src/runner/python/find-interpreters.ts';
import { copySite } from '../tests/fixtures/site-copy.ts';
import { killBuild, killRecord, type Kills } from '../tests/fixtures/kills.ts';
import { command, positiveInteger, runCli } from './cli/cli.ts';

const program = command(
  'kill',
  'Kills record and build at many moments, and looks at what is left: recordings and dist/ are the old ones or the new ones, never torn.',
)
  .option('--record <number>', 'kills of record', positiveInteger, 50)
  .option('--build <number>', 'kills of build', positiveInteger, 50);

await runCli(async () => {
  program.parse();
  const { record, build } = program.opts<{ record: number; build: number }>();
  const [interpreter] = await findInterpreters([]);
  const faults = [
    ...tell('record', await killRecord(record, interpreter?.path ?? '', undefined, progress('record'))),
  ];
  const site = await copySite('tests/fixtures/site');
  try {
    faults.push(...tell('build', await killBuild(build, site, undefined, progress('build'))));
  } finally {
    await site.remove();
  }
  return faults.length === 0 ? EXIT.ok : EXIT.fellShort;
});

/** A line for each kill: the whole takes minutes. */
function progress(name: string): (kill: number, where: string) => void {
  return (kill, where) => console.info(`${name} ${kill + 1}: ${where}`);
}

function tell(name: string, { fell, faults }: Kills): readonly string[] {
  const { before, between, after, late } = fell;
  console.info(
    [
      `${name}: ${before} kills before its change, ${between} between its steps, ${after} after it, ${late} too late; ${faults.length} faults`,
      ...faults.map(fault => `  ${fault}`),
    ].join('\n'),
  );
  return faults;
}
