import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { type Browser, chromium } from 'playwright-core';
import { usageError } from './cli.ts';
import { installPackage } from './install-system-package.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Path of a Chromium: the one that CHROMIUM names, or one that is installed.
 * If there is none, installs Playwright's, or else the package of the distribution.
 * @throws ProblemError that says what to do
 */
export async function ensureChromium(): Promise<string> {
  const path =
    installedChromium() ?? (await installPlaywrightChromium()) ?? (await installPackagedChromium());
  if (path !== undefined) return path;
  throw usageError(
    'browser',
    'The browser tests need a Chromium, and none could be installed.',
    'Install one (apt-get install chromium), or name it: CHROMIUM=/path/to/chromium npm test',
  );
}

/** Arguments that every start needs: Chromium's own sandbox does not work for root. */
export const CHROMIUM_ARGS: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts a browser without a window. @throws ProblemError if there is none */
export async function launchChromium(...args: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [...CHROMIUM_ARGS, '--disable-gpu', ...args],
  });
}

function installedChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM !== undefined && CHROMIUM !== '') {
    if (existsSync(CHROMIUM)) return CHROMIUM;
    throw usageError(
      CHROMIUM,
      'CHROMIUM names a file that does not exist.',
      'CHROMIUM=/path/to/chromium npm test',
    );
  }
  const onPath = PATH.split(delimiter)
    .flatMap(folder => NAMES.map(name => join(folder, name)))
    .find(path => existsSync(path));
  return onPath ?? playwrightChromium();
}

function playwrightChromium(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function installPlaywrightChromium(): Promise<string | undefined> {
  console.info('No Chromium is installed; trying Playwright’s …');
  const { failed } = await execa(
    process.execPath,
    ['node_modules/playwright-core/cli.js', 'install', 'chromium'],
    { reject: false, timeout: 240_000, stdio: 'ignore' },
  );
  return failed ? undefined : playwrightChromium();
}

async function installPackagedChromium(): Promise<string | undefined> {
  await installPackage('chromium');
  return installedChromium();
}
