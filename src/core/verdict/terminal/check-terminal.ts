import { decode, type Example } from '../../example/example.ts';
import type { Problem } from '../../problems/problem.ts';

/** What a program asked of its terminal that the text of a screen cannot hold. */
export type TerminalFault = 'alternate-screen' | 'question' | 'too-many-lines' | 'too-much';

const FAULTS: Readonly<Record<TerminalFault, readonly [title: string, remedy: string]>> = {
  'alternate-screen': [
    'It switched to the alternate screen of its terminal, of which nothing is left at the end.',
    'Let it print to the usual screen. Pagers and editors have no output to record.',
  ],
  question: [
    'It asked its terminal a question, such as where the cursor is, and nobody answers.',
    'Print without asking: shutil.get_terminal_size() knows the size.',
  ],
  'too-many-lines': [
    'It printed more lines than its terminal keeps, which are 20,000.',
    'Print less, or remove terminal from the block.',
  ],
  'too-much': [
    'What it asks of its terminal takes more than 20 s, or 512 MB, to carry out.',
    'Let it move the cursor, scroll and erase less often.',
  ],
};

/** What a run did with its terminal that no page can show, or why it had none; undefined if all is well. */
export function checkTerminal(
  { contract }: Pick<Example, 'contract'>,
  run: { readonly stderr: Uint8Array; readonly terminalFault?: TerminalFault | undefined },
): Pick<Problem, 'title' | 'remedy'> | undefined {
  if (contract.terminal === undefined) return undefined;
  // The streams of the sample are its terminal: only what makes that writes here.
  const [error] = (decode(run.stderr) ?? '').trim().split('\n').slice(-1);
  if (error !== undefined && error !== '')
    return {
      title: `No terminal could be made for it: ${error}`,
      remedy: 'This machine has no pseudo-terminal to give: look at /dev/ptmx and at /dev/pts.',
    };
  if (run.terminalFault === undefined) return undefined;
  const [title, remedy] = FAULTS[run.terminalFault];
  return { title, remedy };
}
