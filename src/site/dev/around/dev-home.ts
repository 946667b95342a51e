import type { Showcase } from '../../../core/settings/site-settings.ts';
import { site } from '../../../site.config.ts';
import type { FigureSources } from '../../figures/build-reference.ts';
import { homeAnchors, SHOWCASE_FILE, showcaseReferences } from '../../front/showcase.ts';
import type { BuildFacts } from '../../prepare/build-facts.ts';
import { HOME_URL } from '../../routes.ts';
import { slotKey } from '../plan-article.ts';
import { type ExampleStates, resolveSlot, withStates } from '../resolve-slot.ts';
import type { FilledSlot } from '../slot-store.ts';

/** What pages of a dev server show of the build: it verifies nothing. */
export function devBuildFacts(): BuildFacts {
  const home = site.showcase && { figure: slotKey(HOME_URL, 0) };
  return { interpreters: [], recorded: [], home };
}

/** The slot of the home page: its example as it is now. */
export function homeSlots(
  showcase: Showcase,
  states: ExampleStates,
  sources: FigureSources,
): Map<string, FilledSlot> {
  const examples = withStates(sources.examples, states);
  const [reference] = showcaseReferences(showcase, examples);
  const context = { ...sources, examples, states, file: SHOWCASE_FILE, anchors: homeAnchors() };
  const slots = reference === undefined ? [] : [resolveSlot({ kind: 'reference', reference }, context)];
  return new Map(slots.map((content, index) => [slotKey(HOME_URL, index), { content }]));
}
