import { type Node, positionOf, walk } from '../article/mdx-tree.ts';
import { scan } from '../article/parse-mdx.ts';

/** A place of an article that names a version of Python, or claims what older tutorials say. */
export interface VersionMention {
  readonly kind: 'since' | 'outdated' | 'prose' | 'unreadable';
  readonly file: string;
  readonly line: number;
  /** `3.13`; empty if it names none. */
  readonly version: string;
  /** What it says, or the words around the version. */
  readonly text: string;
}

/** `3.13`, `3.13.2`, `3.13t`; no measure such as `3.12 s`, and no other number such as `3.14159`. */
const VERSION =
  /(?<![\d.])3\.(?:[6-9]|[12]\d)(?:\.\d+)?t?(?!\w|\.\d)(?!\s?(?:(?:s|ms|seconds?|times|[kMG]B)\b|[%×]))/gu;

/** Characters that are shown on both sides of a version. */
const AROUND = 40;

/** Every mention of an article, in the order of its lines, each version of a line once. Code has none. */
export function versionMentions(file: string, source: string): readonly VersionMention[] {
  const { value: article, problems } = scan(source, file);
  if (problems !== undefined) {
    const [first] = problems;
    return [{ kind: 'unreadable', file, line: first?.line ?? 1, version: '', text: first?.title ?? '' }];
  }
  const lines = source.split('\n');
  const inText = (text: string, first: number): readonly VersionMention[] =>
    [...text.matchAll(VERSION)].map(({ 0: version, index }) => {
      const line = first + text.slice(0, index).split('\n').length - 1;
      return { kind: 'prose', file, line, version, text: excerpt(lines[line - 1] ?? '', version) };
    });
  const tags = article.tags.flatMap(({ name, props, position: { line } }): readonly VersionMention[] => {
    if (name === 'Since') return [{ kind: 'since', file, line, version: String(props.version), text: '' }];
    if (name === 'Outdated') return [{ kind: 'outdated', file, line, version: '', text: String(props.says) }];
    return Object.entries(props).flatMap(([prop, value]) =>
      prop === 'file' || typeof value !== 'string' ? [] : inText(value, line),
    );
  });
  const prose = [...walk(article.tree)].flatMap(([node]) =>
    isText(node) ? inText(node.value ?? '', positionOf(node).line) : [],
  );
  // Its title and its summary are in the front matter.
  const head = inText(/^---\n[\s\S]*?\n---\n/.exec(source)?.[0] ?? '', 1);
  const all = [...tags, ...head, ...prose].toSorted((a, b) => a.line - b.line);
  const keyOf = ({ kind, line, version }: VersionMention): string => `${kind} ${line} ${version}`;
  return [...new Map(all.map(each => [keyOf(each), each])).values()];
}

function isText({ type }: Node): boolean {
  return type === 'text' || type === 'inlineCode';
}

/** The words of a line around the first place that names a version. A badge is listed by itself. */
function excerpt(whole: string, version: string): string {
  const line = whole.replaceAll(/<Since [^>]*>/g, '').trim();
  const at = [...line.matchAll(VERSION)].find(([found]) => found === version)?.index ?? 0;
  const [start, end] = [Math.max(0, at - AROUND), at + version.length + AROUND];
  return `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`;
}
