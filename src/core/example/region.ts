import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';

/** A named part of a file, without its marker lines; 1-based lines, both included. */
export interface Region {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

const BEGIN = /^\s*# region (?<name>[\w-]+)\s*$/;
const END = /^\s*# endregion(?: (?<name>[\w-]+))?\s*$/;

/** Whether a line is a region's marker: it runs as a comment and is never shown. */
export function isMarker(line: string): boolean {
  return BEGIN.test(line) || END.test(line);
}

/** All regions of a source. They may nest. */
export function parseRegions(source: string, file: string): Result<readonly Region[]> {
  const open: { name: string; line: number; column: number }[] = [];
  const regions: Region[] = [];
  const problems: Problem[] = [];
  source.split('\n').forEach((text, index) => {
    const [line, column] = [index + 1, text.length - text.trimStart().length + 1];
    const begin = BEGIN.exec(text)?.groups?.name;
    if (begin !== undefined) {
      if ([...open, ...regions].some(region => region.name === begin))
        problems.push({
          file,
          line,
          column,
          title: `A second region is named "${begin}".`,
          remedy: 'Give each region of a file a name of its own.',
        });
      open.push({ name: begin, line, column });
    }
    const end = END.exec(text);
    if (end === null) return;
    const region = open.pop();
    if (region === undefined)
      problems.push({
        file,
        line,
        column,
        title: 'Here ends a region that never began.',
        remedy: 'Remove the line, or begin the region with "# region name".',
      });
    else if (end.groups?.name !== undefined && end.groups.name !== region.name)
      problems.push({
        file,
        line,
        column,
        title: `Here ends "${end.groups.name}", but the region that is open is "${region.name}" (line ${region.line}).`,
        remedy: `# endregion ${region.name}`,
      });
    else if (region.line + 1 === line)
      problems.push({
        file,
        line: region.line,
        column: region.column,
        title: `The region "${region.name}" is empty.`,
        remedy: 'Put lines between its markers, or remove them.',
      });
    else regions.push({ name: region.name, first: region.line + 1, last: line - 1 });
  });
  for (const { name, line, column } of open)
    problems.push({
      file,
      line,
      column,
      title: `The region "${name}" is never closed.`,
      remedy: 'End it with a line "# endregion".',
    });
  return problems.length > 0 ? fail(...problems) : succeed(regions);
}
