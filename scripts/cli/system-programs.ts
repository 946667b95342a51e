import { print } from '../../src/report/print.ts';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { type Browser, chromium } from 'playwright-core';
import { refusal } from '../../src/core/problems/problem.ts';
import { findSandbox } from '../../src/runner/sandbox/sandbox.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Path of a Chromium: the one that CHROMIUM names, or one that is installed.
 * If there is none, installs Playwright's, or else the package of the distribution.
 * @throws ProblemError that says what to do
 */
export async function ensureChromium(): Promise<string> {
  let path = installedChromium();
  for (const install of [installPlaywrightChromium, () => installPackage('chromium')]) {
    if (path !== undefined) break;
    await install();
    path = installedChromium();
  }
  if (path !== undefined) return path;
  throw refusal({
    file: 'browser',
    title: 'The browser tests need a Chromium, and none could be installed.',
    remedy: 'Install one (sudo apt-get install chromium), or name it: CHROMIUM=/path/to/chromium npm test',
  });
}

/** Arguments that every start needs: Chromium's own sandbox does not work for root. */
export const CHROMIUM_ARGS: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * The pages with which Chromium draws its own address bar: each window loads them anew, which takes five
 * times the work of a page of ours.
 */
const OWN_PAGES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];
/** What Playwright switches off. Chromium obeys the last list alone, so ours repeats it. */
const UNWANTED = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
];
const FEATURES = `--disable-features=${[...UNWANTED, ...OWN_PAGES].join(',')}`;

/** Starts a browser without a window. @throws ProblemError if there is none */
export async function launchChromium(...args: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [...CHROMIUM_ARGS, '--disable-gpu', FEATURES, ...args],
  });
}

function installedChromium(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM) {
    if (existsSync(CHROMIUM)) return CHROMIUM;
    const remedy = 'CHROMIUM=/path/to/chromium npm test';
    throw refusal({ file: CHROMIUM, title: 'CHROMIUM names a file that does not exist.', remedy });
  }
  const onPath = PATH.split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)));
  return [...onPath, chromium.executablePath()].find(path => existsSync(path));
}

/** Ignores failure: the caller looks for the program. */
async function installPlaywrightChromium(): Promise<void> {
  print('No Chromium is installed; trying Playwright’s …');
  const args = ['node_modules/playwright-core/cli.js', 'install', 'chromium'];
  await execa(process.execPath, args, { reject: false, timeout: 240_000, stdio: 'ignore' });
}

/** Installs a Debian package if this process is root. Ignores failure: callers look for the program. */
async function installPackage(name: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  print(`Installing the distribution’s ${name} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const run = execa({ reject: false, stdio: 'ignore', timeout: 600_000, env });
  await run`apt-get update -qq`;
  await run`apt-get install -y -qq --no-install-recommends ${name}`;
}

/** Installs bubblewrap if it is missing. Without it, examples run outside the sandbox, and reports say so. */
export async function ensureSandbox(): Promise<void> {
  if (findSandbox('auto').kind === 'unsandboxed') await installPackage('bubblewrap');
}

/**
 * Path of zizmor, which checks the workflows: the one that is installed, or the pinned one, installed into a
 * folder of its own. Without pip or a network there is none: the tests of the workflow's rules remain.
 */
export async function ensureZizmor(folder: string): Promise<string | undefined> {
  const onPath = (process.env.PATH ?? '').split(delimiter).map(each => join(each, 'zizmor'));
  const own = join(folder, 'bin', 'zizmor');
  const find = (): string | undefined => [...onPath, own].find(path => existsSync(path));
  if (find() === undefined) {
    print('Installing zizmor, which checks the workflows …');
    const args = ['-m', 'pip', 'install', '--quiet', '--require-hashes', '--only-binary', ':all:'];
    const target = ['--target', folder, '--upgrade', '-r', '.ci/zizmor.txt'];
    const { exitCode } = await execa('python3', [...args, ...target], {
      reject: false,
      timeout: 120_000,
      stdio: 'ignore',
    });
    if (exitCode !== 0) print('It cannot be installed here: its rules are tested, it is not run.');
  }
  return find();
}
