import { shownCode } from '../../../core/example/displayed-code.ts';
import type { Example } from '../../../core/example/example.ts';
import { namedLines } from '../../../core/example/shown/named-lines.ts';
import type { Problem } from '../../../core/problems/problem.ts';
import { checkProps, type FigureProps } from '../../article/component-props.ts';
import { AT, type ExampleNote } from '../../article/notes/example-notes.ts';
import type { CodeNote } from './figure.ts';

/** Notes of an article → the lines that they are about, or what is wrong with them. */
export function codeNotes(
  notes: readonly ExampleNote[],
  example: Example,
  { region, block, code: hasCode = true }: FigureProps,
  file: string,
): { readonly notes: readonly CodeNote[]; readonly problems: readonly Problem[] } {
  const { lines: shown } = shownCode(example, region, block);
  const problems: Problem[] = [];
  const found: CodeNote[] = [];
  for (const { props, propPositions, position } of notes) {
    const report = (prop: string, title: string, remedy: string): void => {
      const { line, column } = propPositions[prop] ?? position;
      problems.push({ file, line, column, title, remedy });
    };
    const { sound, problems: wrong } = checkProps(AT, props);
    for (const { prop, title, remedy } of wrong) report(prop, title, remedy);
    if (!hasCode)
      report('', 'A note is at a line of code, and this figure shows none.', 'Remove code={false}.');
    if (sound.line === undefined || !hasCode) continue;
    const { lines, ...finding } = namedLines('line', sound.line, example, shown);
    const [line, ...others] = lines ?? [];
    const before = found.at(-1)?.line ?? 0;
    if (finding.title !== undefined) report('line', finding.title, finding.remedy);
    else if (line === undefined || others.length > 0)
      report(
        'line',
        `A note is at one line; line="${sound.line}" names ${others.length + 1}.`,
        `line="${line}"`,
      );
    else if (line < before)
      report(
        'line',
        `This note is at line ${line}, and the note before it is at line ${before}.`,
        'Put notes into the order of their lines: so they are numbered.',
      );
    else found.push({ line });
  }
  return { notes: found, problems };
}
