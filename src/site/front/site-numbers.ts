import { type Interpreter, pythonNames } from '../../core/python-version.ts';
import type { ExamplePage } from '../figures/example-pages.ts';

/** What a build verified, in numbers. */
export interface SiteNumbers {
  readonly examples: number;
  readonly variants: number;
  /** Recordings that a run of this build was compared with: of examples, variants and timelines. */
  readonly outputs: number;
  /** `3.14.10, 3.13.0` */
  readonly versions: string;
  /** The day of the commit that was built: `2026-11-22`; absent if there is none. */
  readonly date?: string | undefined;
}

/** What is known of the build. */
interface VerifyingBuild {
  readonly interpreters: readonly Pick<Interpreter, 'version' | 'gil'>[];
  readonly commit?: { readonly date: string } | undefined;
}

/** Counts what a build verified. The audit counts it anew. */
export function siteNumbers(examples: readonly ExamplePage[], build: VerifyingBuild): SiteNumbers {
  const variants = examples.flatMap(example => example.variants);
  const timelines = examples.flatMap(({ watched }) => watched ?? []);
  return {
    examples: examples.length,
    variants: variants.length,
    outputs: [...examples, ...variants, ...timelines].flatMap(({ recordings }) => recordings).length,
    versions: pythonNames(build.interpreters),
    date: build.commit?.date.slice(0, 10),
  };
}
