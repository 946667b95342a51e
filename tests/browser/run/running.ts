import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Python may have to be loaded, on a machine that does other things too. */
export const SLOW = { timeout: 90_000 } as const;

/** The parts of a figure that a reader uses. */
export interface RunningFigure {
  readonly element: Locator;
  readonly button: (name: string) => Locator;
  /** Runs it, and waits for the sentence at its end. */
  readonly run: () => Promise<string>;
  /** What the run printed, by the name of its panel; undefined if it shows none. */
  readonly printed: (label: string) => Promise<string | undefined>;
  /** The sentence of the last run. */
  readonly words: () => Promise<string>;
  /** Puts another code into its editor, which is opened first. */
  readonly change: (code: string) => Promise<void>;
}

/** A figure of a page, by its anchor. */
export function runningFigure(page: Page, anchor: string): RunningFigure {
  const element = page.locator(`[id="${anchor}"]`);
  const button = (name: string): Locator => element.getByRole('button', { name });
  const ended = element.locator('.run-status[data-verdict]');
  const words = async (): Promise<string> => (await element.locator('.run-words').textContent()) ?? '';
  const run = async (): Promise<string> => {
    await button('Run').click(SLOW);
    await ended.waitFor(SLOW);
    return words();
  };
  return {
    element,
    button,
    words,
    run,
    printed: async label => {
      const panel = element.locator('.run').getByRole('region', { name: `${label} of ${anchor}` });
      return (await panel.isVisible()) ? ((await panel.textContent()) ?? '') : undefined;
    },
    change: async code => {
      // The button is there after the first run.
      if ((await element.locator('.runs').count()) === 0) await run();
      if (await button('Change it').isVisible()) await button('Change it').click();
      const editor = element.getByRole('textbox', { name: 'Code of' });
      await editor.focus(SLOW);
      await page.keyboard.press('Control+a');
      await editor.evaluate((content, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        content.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, code);
    },
  };
}

/** What those who hear a page heard last. */
export async function heard(page: Page): Promise<string> {
  return (await page.locator('p[role=status]').textContent()) ?? '';
}

/** Waits until a figure shows a text in what its run printed. */
export async function shows({ element }: RunningFigure, text: string): Promise<void> {
  await element.locator('.run samp').filter({ hasText: text }).first().waitFor(SLOW);
  expect(await element.locator('.run samp').first().textContent()).toContain(text);
}
