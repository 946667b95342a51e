import { isSound } from '../src/core/ledger.ts';
import { EXIT } from '../src/core/problem.ts';
import { progressLine } from '../src/report/progress.ts';
import { parseReports } from '../src/report/reports.ts';
import { saveLedger } from '../src/runner/ledger-file.ts';
import { verify } from '../src/runner/verify.ts';
import type { SealPolicy } from '../src/runner/seal.ts';
import { atTheEdge, collect, command, positive, strict, withExamples, withPython, withSeal } from './edge.ts';
import { tell } from './tell.ts';

const program = withSeal(withPython(withExamples(command('check', 'Runs examples and compares what they print with their recordings.'))))
  .argument('[examples...]', 'ids, folders, files or globs; none means all')
  .option('--report <kind[=file]>', 'text, github, json or markdown; may be repeated', collect, [])
  .option('--fresh', 'run every example, also where a verified run of it is kept; the default where CI is set', false)
  .option('--jobs <number>', 'examples that compute at the same time', positive);

await atTheEdge(async () => {
  program.parse();
  const { examples, python, seal, fresh, jobs, report } = program.opts<{ examples: string; python: string[]; seal: SealPolicy; fresh: boolean; jobs?: number; report: string[] }>();
  const reports = parseReports(report.length > 0 ? report : ['text']);
  const progress = progressLine(process.stderr);
  const { ledger } = await verify({ root: process.cwd(), examples, words: program.args, pythons: python, seal, jobs, reuse: !fresh && !strict, onVerdict: progress.onVerdict });
  progress.end();
  // First what somebody waits for: on a full disk it is told all the same.
  await tell(ledger, reports);
  await saveLedger(process.cwd(), ledger);
  return isSound(ledger, strict) ? EXIT.ok : EXIT.fellShort;
});
