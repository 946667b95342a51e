import type { SocialCard } from './card-content.ts';
import { drawCard, type DrawOptions } from './draw-card.ts';

/** Draws a card in a thread of a pool. @returns the PNG */
export default function drawInThread(task: {
  readonly card: SocialCard;
  readonly options: DrawOptions;
}): Promise<Uint8Array> {
  return drawCard(task.card, task.options);
}
