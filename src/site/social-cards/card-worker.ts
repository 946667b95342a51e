import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { workerData } from 'piscina';
import type { SocialCard } from './card-content.ts';
import { drawCard, type DrawOptions } from './draw-card.ts';

/** A card to draw, and the file to write it to. */
export interface CardTask {
  readonly card: SocialCard;
  readonly file: string;
}

/** Draws a card in a thread of a pool, and writes it. */
export default async function writeCard({ card, file }: CardTask): Promise<void> {
  const png = await drawCard(card, workerData as DrawOptions);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, png);
}
