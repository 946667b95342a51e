import { artifactEnding, artifactKind } from '../../../core/artifacts/artifact-kind.ts';
import { pictureSize } from '../../../core/artifacts/picture-size.ts';
import type { Example } from '../../../core/example/example.ts';
import { escapeHtml } from '../../../core/text/escape-html.ts';
import { splitLines } from '../../../core/text/lines.ts';
import type { Recording } from '../../../core/verdict/recording.ts';
import type { LineHighlighter } from '../../highlight/plain-highlighter.ts';
import type { ArtifactBlock } from '../parts/artifact-block.ts';
import { publishedFile, displayCopy } from './artifact-files.ts';
import { shownLines, shownTable } from './shown-artifact.ts';

/** The artifacts of a recording → their panels, in the order of the contract. */
export function artifactBlocks(
  { id, contract }: Pick<Example, 'id' | 'contract'>,
  { artifacts, tag }: Pick<Recording, 'artifacts' | 'tag'>,
  isChosen: (name: string) => boolean,
  highlighter: LineHighlighter,
): readonly ArtifactBlock[] {
  return Object.entries(contract.artifacts).flatMap(([name, { alt }]) => {
    const bytes = artifacts?.get(name);
    if (bytes === undefined || !isChosen(name)) return [];
    const file = publishedFile(id, tag, name);
    return [{ name, alt, file, shown: shownOf(file, bytes, highlighter) }];
  });
}

function shownOf(file: string, bytes: Uint8Array, highlighter: LineHighlighter): ArtifactBlock['shown'] {
  const kind = artifactKind(file);
  if (kind === 'picture') {
    const size = pictureSize(file, bytes);
    const copy = displayCopy(file, size);
    return { kind, size: copy?.size ?? size, copy: copy?.file };
  }
  const table = kind === 'table' ? shownTable(bytes) : undefined;
  if (table !== undefined) return { kind: 'table', ...table };
  const { text, more } = shownLines(bytes);
  const { lines, closed } = splitLines(text);
  const html = artifactEnding(file) === 'json' ? highlighter.lines(text, 'json') : lines.map(escapeHtml);
  const shown = html.slice(0, lines.length);
  // The first line alone may be too long to show.
  const inner = text === '' ? '' : `${shown.join('\n')}${closed ? '\n' : ''}`;
  return { kind: 'text', html: inner, lineCount: lines.length, more };
}
