import type { SampledExample } from './audited-sample.ts';

/** An example with its variants. */
type WithVariants = SampledExample & { readonly variants: readonly SampledExample[] };

/** The archives that a site has to have, by path, each with its files. */
export function plannedArchives({
  examples,
}: {
  readonly examples: ReadonlyMap<string, WithVariants>;
}): ReadonlyMap<string, ReadonlyMap<string, Uint8Array>> {
  const all = [...examples.values()].flatMap(example => [example, ...example.variants]);
  return new Map(
    all.flatMap(({ sample }) => (sample?.archive ? [[sample.archive, sample.files] as const] : [])),
  );
}
