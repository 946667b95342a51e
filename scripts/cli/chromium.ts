import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { type Browser, chromium } from 'playwright-core';
import { EXIT, ProblemError } from '../../src/core/problems/problem.ts';
import { installPackage } from './install-system-package.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Path of a Chromium: the one that CHROMIUM names, one that is installed, Playwright's, or the distribution's package,
 * the last two installed where they are missing.
 * @throws ProblemError that says what to do
 */
export async function ensureChromium(): Promise<string> {
  return installedChromium() ?? (await playwrightChromium()) ?? (await packagedChromium()) ?? refuse();
}

/** Chromium's own sandbox does not work for root. */
export const SANDBOX: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts a browser without a window. @throws ProblemError where there is none */
export async function launchChromium(...args: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [...SANDBOX, '--disable-gpu', ...args],
  });
}

function installedChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM !== undefined && CHROMIUM !== '') {
    if (existsSync(CHROMIUM)) return CHROMIUM;
    throw new ProblemError(
      [
        {
          file: CHROMIUM,
          title: 'CHROMIUM names a file that does not exist.',
          remedy: 'CHROMIUM=/path/to/chromium npm test',
        },
      ],
      EXIT.usage,
    );
  }
  const onPath = PATH.split(delimiter)
    .flatMap(folder => NAMES.map(name => join(folder, name)))
    .find(path => existsSync(path));
  return onPath ?? [chromium.executablePath()].find(path => existsSync(path));
}

async function playwrightChromium(): Promise<string | undefined> {
  console.info('No Chromium is installed; trying Playwright’s …');
  const { failed } = await execa(
    process.execPath,
    ['node_modules/playwright-core/cli.js', 'install', 'chromium'],
    { reject: false, timeout: 240_000, stdio: 'ignore' },
  );
  return failed || !existsSync(chromium.executablePath()) ? undefined : chromium.executablePath();
}

async function packagedChromium(): Promise<string | undefined> {
  await installPackage('chromium');
  return installedChromium();
}

function refuse(): never {
  throw new ProblemError(
    [
      {
        file: 'browser',
        title: 'The browser tests need a Chromium, and none could be installed.',
        remedy: 'Install one (apt-get install chromium), or name it: CHROMIUM=/path/to/chromium npm test',
      },
    ],
    EXIT.usage,
  );
}
