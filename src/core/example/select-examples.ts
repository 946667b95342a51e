import { isMatch } from 'matcher';
import { pathSuggestion } from '../problems/suggest.ts';
import { EXIT, ProblemError } from '../problems/problem.ts';
import type { Example } from './example.ts';
import { parseRecordingName } from './recording-name.ts';

/** An example, sound or not; of a variant or a timeline, the example that it is of. */
interface Selectable extends Pick<Example, 'id' | 'file'> {
  readonly variant?: { readonly of: Pick<Example, 'id'> } | undefined;
  readonly watched?: { readonly of: Pick<Example, 'id'> } | undefined;
}

/**
 * The examples that the arguments of a command select: by id, by a folder of ids, by file, or by glob. All if
 * there are no arguments.
 * @throws ProblemError with exit code 2 for an argument that selects nothing
 */
export function selectExamples<T extends Selectable>(
  all: readonly T[],
  selectors: readonly string[],
): readonly T[] {
  if (selectors.length === 0) return all;
  const ids = all.map(({ id }) => id);
  const originals = all.flatMap(each => (ofId(each) === undefined ? [each.id] : []));
  const topics = new Set(ids.flatMap(id => id.split('/').slice(0, -1)));
  const unknown = selectors.filter(selector => !all.some(example => isSelected(example, selector)));
  if (unknown.length > 0)
    throw new ProblemError(
      unknown.map(selector => ({
        file: selector,
        title: 'No example has this id.',
        remedy:
          articleCommand(selector) ??
          (pathSuggestion(selector, [...ids, ...topics], originals) || 'npm run new -- topic/name'),
      })),
      EXIT.usage,
    );
  return all.filter(example => selectors.some(selector => isSelected(example, selector)));
}

/** The command that checks an article, if a selector is its path, or its name: examples have no hyphens. */
function articleCommand(selector: string): string | undefined {
  const { article } =
    /^(?:\.?\/)?(?:content\/)?(?<article>[a-z0-9-]+\/[a-z0-9-]+)(?:\.mdx)?$/.exec(selector)?.groups ?? {};
  const isArticle = article !== undefined && /\.mdx$|^(?:\.\/)?content\/|-/.test(selector);
  return isArticle ? `If it is an article: npm run check -- --article ${article}` : undefined;
}

const ofId = ({ variant, watched }: Selectable): string | undefined => (variant ?? watched)?.of.id;

function isSelected(example: Selectable, selector: string): boolean {
  const { id, file } = example;
  const path = selector.replace(/^\.\//, '').replace(/\/$|\/recordings\.json$/, '');
  const name = parseRecordingName(path)?.file ?? path;
  return (
    [id, ofId(example), `${ofId(example) ?? id}.py`, file].includes(name) ||
    [id, file].some(each => each.startsWith(`${name}/`)) ||
    (name.includes('*') && isMatch(id, name, { caseSensitive: true }))
  );
}
