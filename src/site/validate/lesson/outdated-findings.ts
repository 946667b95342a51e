import { walk } from '../../article/mdx-tree.ts';
import type { Tag } from '../../article/parse-mdx.ts';
import { isReference } from '../../tags/reference-tags.ts';
import type { LessonFinding } from './lesson-finding.ts';

/** Tags that refer to an example, and show nothing that it printed. */
const SILENT: ReadonlySet<string> = new Set(['Since', 'Term', 'Exercise', 'Predict']);

/** A claim is refuted by a run, and by nothing else: something has to show what a run printed. */
export function outdatedFindings({ content, around }: Pick<Tag, 'content' | 'around'>): LessonFinding[] {
  if (around.length > 1)
    return [{ title: '<Outdated> is inside something else.', remedy: 'Put it between two paragraphs.' }];
  const names = content.flatMap(node => [...walk(node)]).map(([{ name }]) => name ?? '');
  if (names.some(name => isReference(name) && !SILENT.has(name))) return [];
  return [
    {
      title: '<Outdated> shows nothing that Python printed, so nothing refutes what it quotes.',
      remedy: 'Between its tags, with blank lines around it: <Output file="topic/name.py" />',
    },
  ];
}
