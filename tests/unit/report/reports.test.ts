import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../src/core/problems/problem.ts';
import { githubReport } from '../../../src/report/github.ts';
import { jsonReport, parseReport, writeReports } from '../../../src/report/reports.ts';
import { markdownReport } from '../../../src/report/markdown.ts';
import { MIXED } from '../../fixtures/ledgers.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('a report is asked for', () => {
  test.for([
    ['text', { kind: 'text', file: undefined }],
    ['json=report.json', { kind: 'json', file: 'report.json' }],
    ['markdown=a=b.md', { kind: 'markdown', file: 'a=b.md' }],
  ] as const)('by %s', ([word, expected]) => {
    expect(parseReport(word)).toEqual(expected);
  });

  test.for([
    ['jsn', 'There is no report "jsn": did you mean "json"?'],
    ['constructor', 'There is no report "constructor": known: text, github, json, markdown'],
    ['junit=report.xml', 'There is no report "junit": known: text, github, json, markdown'],
  ] as const)('but %s is none', ([word, title]) => {
    const error = thrown(() => parseReport(word));
    expect(error).toMatchObject({
      exitCode: 2,
      problems: [{ file: 'command line', title, remedy: '--report json=report.json' }],
    });
  });
});

describe('a report is written', () => {
  test('to its file, anew', async () => {
    const file = join(await temporaryFolder({ 'report.json': 'of yesterday' }), 'report.json');
    await writeReports(MIXED, [{ kind: 'json', file }]);
    expect(await readFile(file, 'utf8')).toBe(jsonReport(MIXED));
  });

  test('to the end of a job’s summary', async () => {
    const file = join(await temporaryFolder(), 'summary.md');
    await writeFile(file, 'From the step before.\n');
    vi.stubEnv('GITHUB_STEP_SUMMARY', file);
    await writeReports(MIXED, [{ kind: 'markdown', file }]);
    expect(await readFile(file, 'utf8')).toBe(`From the step before.\n${markdownReport(MIXED)}`);
  });

  test('to standard output where it has no file', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await writeReports(MIXED, [{ kind: 'github' }]);
    expect(write.mock.calls.map(([text]) => text)).toEqual([githubReport(MIXED)]);
  });
});

function thrown(work: () => unknown): ProblemError {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
