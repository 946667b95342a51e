import type { LineRange } from './metadata.ts';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';

/** A named part of a file, without its marker lines. */
export interface Region extends LineRange {
  readonly name: string;
}

const BEGIN = /^\s*# region (?<name>[\w-]+)\s*$/;
const END = /^\s*# endregion(?: (?<name>[\w-]+))?\s*$/;

/** Whether a line is the marker of a region: it runs as a comment and is never shown. */
export function isMarker(line: string): boolean {
  return BEGIN.test(line) || END.test(line);
}

/** All regions of a source. They may nest. */
export function parseRegions(source: string, file: string): Result<readonly Region[]> {
  const open: { readonly name: string; readonly line: number; readonly column: number }[] = [];
  const regions: Region[] = [];
  const problems: Problem[] = [];
  for (const [index, text] of source.split('\n').entries()) {
    const position = { line: index + 1, column: text.length - text.trimStart().length + 1 };
    const report = (title: string, remedy: string, { line, column } = position): void => {
      problems.push({ file, line, column, title, remedy });
    };
    const begin = BEGIN.exec(text)?.groups?.name;
    if (begin !== undefined) {
      if ([...open, ...regions].some(({ name }) => name === begin))
        report(`A second region is named "${begin}".`, 'Give each region of a file a name of its own.');
      open.push({ name: begin, ...position });
    }
    const end = END.exec(text);
    if (end === null) continue;
    const region = open.pop();
    const name = end.groups?.name ?? region?.name;
    if (region === undefined)
      report(
        'Here ends a region that never began.',
        'Remove the line, or begin the region with "# region name".',
      );
    else if (name !== region.name)
      report(
        `Here ends "${name}", but the region that is open is "${region.name}" (line ${region.line}).`,
        `# endregion ${region.name}`,
      );
    else if (region.line + 1 === position.line)
      report(
        `The region "${region.name}" is empty.`,
        'Put lines between its markers, or remove them.',
        region,
      );
    else regions.push({ name: region.name, first: region.line + 1, last: position.line - 1 });
  }
  const unclosed = open.map(({ name, line, column }) => {
    const title = `The region "${name}" is never closed.`;
    return { file, line, column, title, remedy: 'End it with a line "# endregion".' };
  });
  const all = [...problems, ...unclosed];
  return all.length > 0 ? fail(...all) : succeed(regions);
}
