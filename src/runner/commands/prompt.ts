import { createInterface, type Interface } from 'node:readline/promises';
import { EXIT, refusal } from '../../core/problems/problem.ts';

/** The terminal on which questions are asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** A question with yes or no as its answer. */
export interface Question {
  readonly id: string;
  /** What is shown before the question. */
  readonly text: string;
}

const CHOICES =
  'y: yes; n: no; a: yes to this and all that follow; ' +
  'q: no to this and all that follow; Ctrl-C: no to everything.';

/**
 * Asks one question after the other. The end of the input counts as `q`.
 * @returns the ids of the questions that were answered with yes
 * @throws ProblemError with exit code 130 on Ctrl-C
 */
export async function askEach(
  questions: readonly Question[],
  { input, output }: Terminal,
): Promise<ReadonlySet<string>> {
  const accepted = new Set<string>();
  const reader = createInterface({ input, output, terminal: true });
  try {
    for (const [index, { id, text }] of questions.entries()) {
      output.write(`${index === 0 ? '' : '\n'}${text}\n`);
      const count = `${index + 1} of ${questions.length}`;
      const answer = await answerTo(`Accept ${id}? (${count}) [y/n/a/q] `, reader, output);
      if (answer === 'y') accepted.add(id);
      if (answer === 'a') for (const each of questions.slice(index)) accepted.add(each.id);
      if ('aq'.includes(answer)) break;
    }
    output.write('\n');
  } finally {
    reader.close();
  }
  return accepted;
}

/**
 * Asks one question until the answer is `y` or `n`. The end of the input counts as `n`.
 * @throws ProblemError with exit code 130 on Ctrl-C
 */
export async function confirm(question: string, { input, output }: Terminal): Promise<boolean> {
  const reader = createInterface({ input, output, terminal: true });
  try {
    for (;;) {
      const line = await lineOf(`${question} [y/n] `, reader);
      const [answer = ''] = line?.trim().toLowerCase() ?? 'n';
      if (answer === 'y' || answer === 'n') return answer === 'y';
      output.write('y: yes; n: no.\n');
    }
  } finally {
    reader.close();
  }
}

/** Asks until the answer is `y`, `n`, `a` or `q`. */
async function answerTo(question: string, reader: Interface, output: NodeJS.WritableStream): Promise<string> {
  for (;;) {
    const line = await lineOf(question, reader);
    const [answer = ''] = line?.trim().toLowerCase() ?? 'q';
    if ('ynaq'.includes(answer) && answer !== '') return answer;
    output.write(`${CHOICES}\n`);
  }
}

/** The typed line; undefined at the end of the input. */
function lineOf(question: string, reader: Interface): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const end = (): void => resolve(undefined);
    reader.once('close', end);
    reader.once('SIGINT', () =>
      reject(refusal({ file: 'command line', title: 'Interrupted: nothing was written.' }, EXIT.interrupted)),
    );
    reader.question(question).then(line => {
      reader.removeListener('close', end).removeAllListeners('SIGINT');
      resolve(line);
    }, reject);
  });
}
