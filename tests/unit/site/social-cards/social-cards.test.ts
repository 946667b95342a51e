import { expect, test } from 'vitest';
import { articleCard, cardImage, type SocialCard } from '../../../../src/site/social-cards/card-content.ts';
import { drawCard } from '../../../../src/site/social-cards/draw-card.ts';
import { type DrawnCard, socialCards } from '../../../../src/site/social-cards/social-cards.ts';

const root = process.cwd();
const settings = { title: 'Verbatim', tagline: 'Python, as it really runs', socialCards: true };
const article = { cardHref: '/og/advanced/locks.png', title: 'Locks' };

const card = (id: string): SocialCard =>
  articleCard(`content/${id}.mdx`, { title: `Card ${id}` }, { title: 'Track' });
const drawAll = (articles: readonly SocialCard[], isOn = true): Promise<DrawnCard[]> =>
  Array.fromAsync(socialCards(articles, { ...settings, socialCards: isOn }, root));

test('every article has a card, and all other pages share one', async () => {
  const ids = Array.from({ length: 9 }, (_, index) => `advanced/${index}`);
  const drawn = await drawAll(ids.map(card));
  expect(drawn.map(({ path }) => path)).toEqual(['og/site.png', ...ids.map(id => `og/${id}.png`)]);
  const last = await drawCard(card('advanced/8'), { root, siteTitle: 'Verbatim' });
  expect(Buffer.from(drawn.at(-1)?.png ?? []).equals(last)).toBe(true);
});

test('the head of a page names the card that is drawn for it', () => {
  const size = { width: 1200, height: 630 };
  expect(cardImage(article, settings)).toEqual({ href: '/og/advanced/locks.png', ...size, alt: 'Locks' });
  expect(cardImage(undefined, settings)).toEqual({
    href: '/og/site.png',
    ...size,
    alt: 'Python, as it really runs',
  });
});

test('with socialCards: false no card is drawn and no head names one', async () => {
  const off = { ...settings, socialCards: false };
  expect(await drawAll([card('advanced/locks')], false)).toEqual([]);
  expect([cardImage(article, off), cardImage(undefined, off)]).toEqual([undefined, undefined]);
});

test('the error of a card that cannot be drawn reaches the caller', async () => {
  const broken = { url: '/og/advanced/locks.png', title: undefined } as unknown as SocialCard;
  await expect(drawAll([broken])).rejects.toThrow(TypeError);
});
