import type { Problem } from '../../core/problems/problem.ts';
import { codePoint } from '../../core/text/invisible.ts';
import type { CardSettings } from './card-content.ts';
import { undrawable } from './card-font.ts';

/** Where texts of cards are written: the front matter of an article. */
interface CardTexts {
  readonly file: string;
  readonly source: string;
  readonly frontMatter?: { readonly title: string; readonly subtitle?: string | undefined } | undefined;
}

/** The settings whose texts cards show. */
type CardSettingTexts = CardSettings & {
  readonly tracks: Readonly<Record<string, { readonly title: string }>>;
};

const OFF = 'or draw no cards: socialCards: false in src/site.config.ts';

/** Texts of cards with characters that their font has not: of articles, and of the settings. */
export function cardProblems(articles: readonly CardTexts[], settings: CardSettingTexts): Problem[] {
  const { socialCards, title, tagline, cardSubtitle, tracks } = settings;
  if (!socialCards) return [];
  const ofArticles = articles.flatMap(({ file, source, frontMatter }) =>
    (['title', 'subtitle'] as const).flatMap((key): Problem[] => {
      const line = source.slice(0, source.search(new RegExp(`^${key}:`, 'm'))).split('\n').length;
      return missing(frontMatter?.[key] ?? '').map(problem => ({
        ...problem,
        file,
        line,
        column: 1,
        remedy: `Leave it out of the ${key}, ${OFF}`,
      }));
    }),
  );
  const ofSettings = [
    title,
    tagline,
    cardSubtitle,
    ...Object.values(tracks).map(track => track.title),
  ].flatMap(text =>
    missing(text).map(problem => ({
      ...problem,
      file: 'src/site.config.ts',
      remedy: `Leave it out of "${text}", ${OFF}`,
    })),
  );
  return [...ofArticles, ...ofSettings];
}

function missing(text: string): Pick<Problem, 'title'>[] {
  const characters = undrawable(text);
  if (characters.length === 0) return [];
  const names = characters.map(character => `${character} (${codePoint(character)})`);
  return [{ title: `The font of the social card has no ${names.join(', ')}.` }];
}
