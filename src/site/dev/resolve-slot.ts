import type { Problem } from '../../core/problems/problem.ts';
import type { BrokenExample } from '../../runner/examples/discover-examples.ts';
import type { Look } from './live-runs.ts';
import { draftFigure, type MistakeFigure, messageOf } from './unverified-figure.ts';
import type { Stand } from './plan-article.ts';
import { resolveFence } from '../figures/build-fence.ts';
import type { Stored } from '../figures/figure-registry.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { type Proof, proofOf, type Proofs, unrun } from '../figures/example-proofs.ts';
import type { Reference } from '../article/parse-mdx.ts';
import { resolve } from '../figures/build-figure.ts';

/** What is known of the examples of a page, by id. */
export type Looks = ReadonlyMap<string, Look | BrokenExample>;

export interface ShownContext {
  /** The article, relative to the project. */
  readonly file: string;
  readonly looks: Looks;
  readonly proofs: Proofs;
  readonly highlighter: LineHighlighter;
  /** Those that are taken on the page. */
  readonly anchors: Set<string>;
}

/** What stands in a place of a draft → what is shown there now. */
export function shown(stand: Stand, context: ShownContext): Stored {
  if (stand.kind === 'mistake') return mistake(stand.problems, stand.text);
  if (stand.kind === 'reference') return shownFor(stand.reference, context);
  const { value, problems } = resolveFence(stand.fence, context.file, context.highlighter);
  return value ?? mistake(problems);
}

function shownFor(reference: Reference, { file, looks, proofs, highlighter, anchors }: ShownContext): Stored {
  const { value, problems } = resolve(reference, file, proofs, highlighter, anchors);
  if (problems !== undefined)
    return mistake(problems, reference.component === 'Value' ? reference.text : undefined);
  const look = value.kind === 'figure' ? looks.get(value.id) : undefined;
  if (value.kind !== 'figure' || look === undefined || !('running' in look) || value.verdict === 'verified')
    return value;
  const { outputLines } = reference.props;
  return draftFigure(value, look, typeof outputLines === 'string' ? outputLines : undefined, highlighter);
}

function mistake(problems: readonly Problem[], text?: string): MistakeFigure {
  return { kind: 'mistake', messages: problems.map(messageOf), text };
}

/** What the looks prove. */
export function proofsOf(looks: Looks): ReadonlyMap<string, Proof> {
  return new Map(
    [...looks].map(([id, look]): [string, Proof] => [
      id,
      'running' in look ? lookedProof(look) : proofOf([{ ...look, verdict: 'failed' }], undefined, undefined),
    ]),
  );
}

function lookedProof({ example, entries: [first, ...others], recordings }: Look): Proof {
  return first === undefined ? unrun(example, recordings) : proofOf([first, ...others], example, recordings);
}
