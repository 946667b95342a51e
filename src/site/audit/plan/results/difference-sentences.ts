import type { Words } from '../../../../core/words/en/en.ts';

/** What a figure shows that differs from its example as written. */
interface Differing {
  /** Absent of an example as written. */
  readonly change?: { readonly name: string; readonly isRecorded: boolean } | undefined;
  /** Whether the page shows none of the lines that a variant changes. */
  readonly isElsewhere: boolean;
  readonly isVerified: boolean;
  readonly otherVersions?: string | undefined;
}

/** Paragraphs of a Markdown edition before and behind the blocks of one example, or of one variant. */
interface DifferenceSentences {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What the Markdown edition has to say of how a variant, or another version of Python, differs. */
export function differenceSentences(
  { change, isElsewhere, isVerified, otherVersions }: Differing,
  words: Words['result'],
): DifferenceSentences {
  const others = otherVersions === undefined ? [] : [words.otherVersions(otherVersions)];
  if (change === undefined) return { before: [], after: others };
  const name = `${change.name.charAt(0).toUpperCase()}${change.name.slice(1)}`;
  return {
    before: [
      ...(isVerified ? [words.variantDiffers(name)] : []),
      ...(isElsewhere ? [words.changedElsewhere] : []),
    ],
    after: [...others, ...(isVerified && !change.isRecorded ? [words.differsAlways] : [])],
  };
}
