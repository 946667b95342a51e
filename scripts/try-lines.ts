import { print } from '../src/report/print.ts';
import { ProblemError, refusal } from '../src/core/problems/problem.ts';
import { userCache } from '../src/runner/files/user-cache.ts';
import { findUv } from '../src/runner/packages/uv-program.ts';
import { findInterpreters } from '../src/runner/python/find-interpreters.ts';
import { serveSite } from '../src/site/serve/serve-site.ts';
import { siteUrl } from '../src/site/site-url.ts';
import { command, runCli } from './cli/cli.ts';
import { judgeLines } from './lines/judge-lines.ts';
import { publishedLines } from './lines/published-lines.ts';

const program = command(
  'try-lines',
  'Runs the line that each page of dist/ shows, as a reader does, and judges what it prints. No sandbox.',
).argument('[topic]', 'only lines whose id begins so');

await runCli(program, async () => {
  const root = process.cwd();
  const [start = ''] = program.args;
  const lines = (await publishedLines('dist')).filter(({ id }) => id.startsWith(start));
  if (lines.length === 0)
    throw refusal({ file: 'dist', title: 'It has no line that runs an example.', remedy: 'npm run build' });
  const [interpreter] = await findInterpreters([], process.env, userCache());
  if (interpreter === undefined) return false;
  const { value: uv, problems } = await findUv(interpreter, userCache());
  if (problems) throw new ProblemError(problems);
  const server = await serveSite({ root, port: 4331, base: siteUrl().base });
  const site = `http://localhost:${server.port}${siteUrl().base.replace(/\/$/, '')}`;
  try {
    const wrong = await judgeLines(lines, { root, site, interpreter, uv });
    for (const { id, line, problem } of wrong)
      print(`${id}\n    ${line}\n    ${problem.title}\n${problem.detail ?? ''}`);
    print(`${lines.length - wrong.length} lines printed what their pages show, ${wrong.length} did not.`);
    return wrong.length === 0;
  } finally {
    await server.stop();
  }
});
