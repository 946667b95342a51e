import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  allCards,
  articleCard,
  cardImage,
  type SocialCard,
} from '../../../../src/site/social-cards/card-content.ts';
import { drawCard } from '../../../../src/site/social-cards/draw-card.ts';
import { temporaryFolder } from '../../../fixtures/temporary.ts';
import { writeSocialCards } from '../../../../src/site/social-cards/social-cards.ts';

const root = process.cwd();
const settings = {
  title: 'Verbatim',
  tagline: 'Python, as it really runs',
  cardSubtitle: 'Tutorials whose programs you can run',
  socialCards: true,
};
const article = { cardUrl: '/og/advanced/locks.png', title: 'Locks' };

const card = (id: string): SocialCard =>
  articleCard(`content/${id}.mdx`, { title: `Card ${id}` }, { title: 'Track' });

/** Writes cards. @returns the paths of all files below `dist` */
async function write(dist: string, articles: readonly SocialCard[], isOn = true): Promise<readonly string[]> {
  const cards = allCards(articles, { ...settings, socialCards: isOn });
  await writeSocialCards(cards, { root, dist, siteTitle: settings.title });
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

test('every article has a card, and all other pages share one', async () => {
  const ids = Array.from({ length: 9 }, (_, index) => `advanced/${index}`);
  const dist = await temporaryFolder();
  const files = await write(dist, ids.map(card));
  expect(files.toSorted()).toEqual([...ids.map(id => join(dist, `og/${id}.png`)), join(dist, 'og/site.png')]);
  const last = await drawCard(card('advanced/8'), { root, siteTitle: 'Verbatim' });
  expect((await readFile(join(dist, 'og/advanced/8.png'))).equals(last)).toBe(true);
});

test('the head of a page names the card that is drawn for it', () => {
  const size = { width: 1200, height: 630 };
  expect(cardImage(article, settings)).toEqual({ url: '/og/advanced/locks.png', ...size, alt: 'Locks' });
  expect(cardImage(undefined, settings)).toEqual({
    url: '/og/site.png',
    ...size,
    alt: 'Python, as it really runs',
  });
});

test('with socialCards: false no card is drawn and no head names one', async () => {
  const off = { ...settings, socialCards: false };
  expect(await write(await temporaryFolder(), [card('advanced/locks')], false)).toEqual([]);
  expect([cardImage(article, off), cardImage(undefined, off)]).toEqual([undefined, undefined]);
});

test('the error of a card that cannot be drawn reaches the caller', async () => {
  const broken = { url: '/og/advanced/locks.png', title: undefined } as unknown as SocialCard;
  await expect(write(await temporaryFolder(), [broken])).rejects.toThrow(TypeError);
});
