import { commentLines } from './python-comments.ts';
import type { LineRange } from './metadata.ts';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';

/** A named part of a file, without its marker lines. */
export interface Region extends LineRange {
  readonly name: string;
}

/** Regions of a file. A page that shows more names shows no sample any more. */
const MAX_REGIONS = 200;

const BEGIN = /^\s*# region (?<name>[\w-]+)\s*$/;
const END = /^\s*# endregion(?: (?<name>[\w-]+))?\s*$/;
/** A comment of these words alone, or with one word more, that is no marker. */
const NEARLY = /^#+\s*(?<end>end)?[ -]?region\b[\s:=]*(?:["']?(?<name>[^\s"':]{1,60})["']?:?)?$/i;
/** A name of several words. In capitals, or with a sign at its end, it is a sentence. */
const SEVERAL = /^# region (?<name>[a-z0-9_-]+(?: [a-z0-9_-]+){1,3})$/;

interface Marker {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly kind: 'begin' | 'end';
  readonly name?: string | undefined;
}

/** The lines, 1-based, that are markers of regions: they run as comments and are never shown. */
export function markerLines(source: string): ReadonlySet<number> {
  return new Set(markersIn(source).map(({ line }) => line));
}

/** Markers are comments: in a string, the same line is text that the program has. */
function markersIn(source: string): readonly Marker[] {
  return commentsIn(source).flatMap(({ line, text }): Marker[] => {
    const column = text.length - text.trimStart().length + 1;
    const begin = BEGIN.exec(text)?.groups;
    if (begin !== undefined) return [{ line, column, kind: 'begin', name: begin.name }];
    const end = END.exec(text);
    return end === null ? [] : [{ line, column, kind: 'end', name: end.groups?.name }];
  });
}

function commentsIn(source: string): { line: number; text: string }[] {
  if (!/region/i.test(source)) return [];
  const lines = source.split('\n');
  return [...commentLines(source)].map(line => ({ line, text: lines[line - 1] ?? '' }));
}

/** All regions of a source. They may nest. */
export function parseRegions(source: string, file: string): Result<readonly Region[]> {
  const markers = markersIn(source);
  const [first] = markers.slice(MAX_REGIONS * 2);
  if (first !== undefined) {
    const title = `The file has more than ${MAX_REGIONS} regions.`;
    return fail({ file, line: first.line, column: 1, title, remedy: 'Remove those that no article shows.' });
  }
  const open: Marker[] = [];
  const regions: Region[] = [];
  const problems: Problem[] = nearMisses(source, file);
  for (const marker of markers) {
    const report = (title: string, remedy: string, { line, column } = marker): void => {
      problems.push({ file, line, column, title, remedy });
    };
    if (marker.kind === 'begin') {
      if ([...open, ...regions].some(({ name }) => name === marker.name))
        report(`A second region is named "${marker.name}".`, 'Give each region of a file a name of its own.');
      open.push(marker);
      continue;
    }
    const region = open.pop();
    if (region === undefined)
      report(
        'Here ends a region that never began.',
        'Remove the line, or begin the region with "# region name".',
      );
    else if ((marker.name ?? region.name) !== region.name)
      report(
        `Here ends "${marker.name}", but the region that is open is "${region.name}" (line ${region.line}).`,
        `# endregion ${region.name}`,
      );
    else if (region.line + 1 === marker.line)
      report(
        `The region "${region.name}" is empty.`,
        'Put lines between its markers, or remove them.',
        region,
      );
    else regions.push({ name: region.name as string, first: region.line + 1, last: marker.line - 1 });
  }
  const unclosed = open.map(({ name, line, column }) => {
    const title = `The region "${name}" is never closed.`;
    return { file, line, column, title, remedy: 'End it with a line "# endregion".' };
  });
  const all = [...problems, ...unclosed];
  return all.length > 0 ? fail(...all) : succeed(regions);
}

/** Whether a region ends in the source: then a comment that nearly begins one was meant to. */
const isMarked = (source: string): boolean => /^\s*# endregion/m.test(source);

/** Comments that were meant as markers: without the blank, with a colon, in capitals, without a name. */
function nearMisses(source: string, file: string): Problem[] {
  return commentsIn(source).flatMap(({ line, text }) => {
    const comment = text.trim();
    const nearly =
      comment.length > 100 || BEGIN.test(text) || END.test(text)
        ? null
        : (NEARLY.exec(comment) ?? (isMarked(source) ? SEVERAL.exec(comment) : null));
    if (nearly === null) return [];
    const { end, name = '' } = nearly.groups ?? {};
    const word = name.replaceAll(/[^\w-]+/g, '_');
    const begin = `# region ${word === '' ? 'name' : word}`;
    const title = `This comment is no marker of a region: ${comment}`;
    const remedy = end === undefined ? begin : `# endregion${word === '' ? '' : ` ${word}`}`;
    return [{ file, line, column: text.indexOf('#') + 1, title, remedy }];
  });
}
