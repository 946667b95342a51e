import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** A gate that did not pass, with what it printed, where that is known. */
export interface FailedGate {
  readonly name: string;
  readonly exitCode: number | undefined;
  readonly output?: string | undefined;
  /** If it runs tests: vitest's JSON report. */
  readonly report?: unknown;
}

/** The most lines of all failures, and of the message of one. */
const MOST_LINES = 60;
const MESSAGE_LINES = 15;

/** Above these lines, vitest prints results of tests; below them, what failed outside of a test. */
const OUTSIDE_TESTS = /Failed Suites|Unhandled Errors?/;

/** The part of vitest's JSON report that is read. */
const REPORT = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()),
        }),
      ),
    }),
  ),
});

interface Failure {
  readonly title: string;
  readonly message: readonly string[];
}

/**
 * What failed, for the end of the output, which is all that some services show: each test with its file and
 * the first lines of its message, and each gate with the last lines that it printed. Titles come first: with
 * many failures, messages get fewer lines, at last none.
 */
export function failureText(gates: readonly FailedGate[], root: string): string {
  const failures = gates.flatMap(gate => {
    const tests = failedTests(gate.report, root);
    // Tests explain why their gate fails, if each failed file names a reason.
    const explained = tests.length > 0 && tests.every(({ message }) => message.length > 0);
    return explained ? tests : [failedGate(gate), ...tests];
  });
  const shown = failures.slice(0, failures.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES);
  const each = Math.min(MESSAGE_LINES, Math.floor((MOST_LINES - shown.length) / shown.length));
  const lines = shown.flatMap(({ title, message }) => [
    `✗ ${title}`,
    ...message.slice(0, each).map(line => `    ${line}`),
  ]);
  const hidden = failures.length - shown.length;
  return [...lines, ...(hidden > 0 ? [`✗ and ${hidden} more`] : [])].join('\n');
}

function failedGate({ name, exitCode, output = '' }: FailedGate): Failure {
  const lines = linesOf(output);
  const outside = lines.findIndex(line => OUTSIDE_TESTS.test(line));
  const message = outside === -1 ? lines.slice(-MESSAGE_LINES) : lines.slice(outside);
  return { title: `${name}: exit code ${exitCode ?? 'unknown'}`, message };
}

function failedTests(report: unknown, root: string): Failure[] {
  const { data } = REPORT.safeParse(report);
  return (data?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(root, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      // A file that cannot be loaded has no tests; one whose hook fails has none that failed.
      if (failed.length === 0 || message !== '') return [{ title: file, message: linesOf(message) }];
      return failed.map(({ ancestorTitles, title, failureMessages }) => ({
        title: [file, ...ancestorTitles.filter(Boolean), title].join(' > '),
        message: linesOf(failureMessages.join('\n')),
      }));
    });
}

/** Lines that say something: no frames of packages, no colors. */
function linesOf(text: string): string[] {
  return stripVTControlCharacters(text)
    .split('\n')
    .map(line => line.trimEnd())
    .filter(line => line !== '' && !/^\s+at .*(?:node_modules|node:)/.test(line));
}
