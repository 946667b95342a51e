import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { bootstrapClone, hello } from '../../fixtures/bootstrap.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

/** An npm that writes how it is called, and what it gets; it installs nothing. */
const NPM = `#!/usr/bin/env node
const { appendFileSync, mkdirSync } = require('node:fs');
mkdirSync('node_modules', { recursive: true });
const call = [process.argv[1], ...process.argv.slice(2), process.env.npm_config_registry];
appendFileSync('called', JSON.stringify(call) + '\\n');
`;
const NOT_NPM = 'throw new Error("This is not npm.");\n';

/** A folder with an npm for PATH. */
async function npmOnPath(): Promise<string> {
  const folder = await temporaryFolder({ npm: NPM });
  await chmod(join(folder, 'npm'), 0o755);
  return folder;
}

const called = async (root: string): Promise<unknown[]> =>
  (await readFile(join(root, 'called'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as unknown);

const INSTALLED = [0, 'Installing what is missing (once) …\nhello'] as const;

describe('packages are installed by npm', () => {
  test('that runs the script, with the settings that it has', async () => {
    const root = await bootstrapClone({ 'npm-cli.js': NPM, 'package.json': '{}' });
    const npm = join(root, 'npm-cli.js');
    expect(await hello(root, { env: { npm_execpath: npm, npm_config_registry: 'mine' } })).toEqual(INSTALLED);
    expect(await called(root)).toEqual([[npm, 'ci', '--ignore-scripts', 'mine']]);
    // Once.
    expect(await hello(root)).toEqual([0, 'hello']);
  });

  test.for(['yarn.js', 'pnpm.cjs', 'bun'])(
    'also if %s runs the script, which names itself and its registry where npm does',
    async runner => {
      const root = await bootstrapClone({ [runner]: NOT_NPM });
      const folder = await npmOnPath();
      const env = {
        npm_execpath: join(root, runner),
        npm_config_user_agent: `${runner.split('.')[0]}/1.2.3 npm/? node/v24`,
        npm_config_registry: 'theirs',
        PATH: `${folder}:${process.env.PATH}`,
      };
      expect(await hello(root, { env })).toEqual(INSTALLED);
      expect(await called(root)).toEqual([[join(folder, 'npm'), 'ci', '--ignore-scripts', null]]);
    },
  );

  test('or a sentence names what is missing', async () => {
    const root = await bootstrapClone({ 'yarn.js': NOT_NPM });
    const lonely = await lonelyNode();
    expect(
      await hello(root, { node: lonely, env: { npm_execpath: join(root, 'yarn.js'), PATH: '/nowhere' } }),
    ).toEqual([
      2,
      'Installing what is missing (once) …\n' +
        'npm  The packages are installed by npm, and it is not on PATH.\napt-get install npm',
    ]);
  });

  test('and if it fails, its exit code is that of the command, and it is tried again', async () => {
    const root = await bootstrapClone({ 'npm.js': 'process.exit(7);\n' });
    for (const _ of [1, 2])
      expect(await hello(root, { env: { npm_execpath: join(root, 'npm.js') } })).toEqual([
        7,
        'Installing what is missing (once) …',
      ]);
  });

  test('once, if two commands start at the same time', async () => {
    const slow = `${NPM}Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);\n`;
    const root = await bootstrapClone({ 'npm-cli.js': slow, 'package.json': '{}' });
    const env = { npm_execpath: join(root, 'npm-cli.js') };
    const ended = await Promise.all([hello(root, { env }), hello(root, { env })]);
    expect(ended.map(([exitCode]) => exitCode)).toEqual([0, 0]);
    expect(ended.map(([, text]) => text).toSorted()).toEqual([
      INSTALLED[1],
      expect.stringMatching(
        /^Waiting for process \d+, which installs\. If it is none: rm \S+install\.lock\nhello$/,
      ),
    ]);
    expect(await called(root)).toHaveLength(1);
  });

  test.for([
    ['a command that was killed', (lock: string) => symlink('999999999', lock)],
    ['nobody', (lock: string) => writeFile(lock, '')],
    ['a folder', (lock: string) => mkdir(lock)],
  ] as const)('also if the turn was left by %s', async ([, leave]) => {
    const root = await bootstrapClone({ 'npm-cli.js': NPM, 'package.json': '{}' });
    await mkdir(join(root, '.verbatim'));
    const lock = join(root, '.verbatim/install.lock');
    await leave(lock);
    const env = { npm_execpath: join(root, 'npm-cli.js') };
    const ended = await Promise.all([hello(root, { env }), hello(root, { env })]);
    expect(ended.map(([exitCode]) => exitCode)).toEqual([0, 0]);
    expect(await called(root)).toHaveLength(1);
    expect((await readdir(join(root, '.verbatim'))).filter(name => name.includes('lock'))).toEqual([]);
  });
});

describe('a Node that runs no TypeScript', () => {
  // The Node that npm names may be an old one, which does not know this option.
  const NO_TYPES = { NODE_OPTIONS: '--no-strip-types', npm_node_execpath: process.execPath };

  test('starts the one that npm installs with the packages, by its install script', async () => {
    const node = `require('node:fs').mkdirSync('node_modules/node/bin', { recursive: true });
const program = '#!/bin/sh\\necho bundled\\n';
require('node:fs').writeFileSync('node_modules/node/bin/node', program, { mode: 0o755 });\n`;
    const root = await bootstrapClone({ 'npm-cli.js': NPM + node, 'package.json': '{}' });
    const env = { npm_execpath: join(root, 'npm-cli.js'), ...NO_TYPES };
    expect(await hello(root, { env })).toEqual([0, 'Installing what is missing (once) …\nbundled']);
    expect(await called(root)).toEqual([[env.npm_execpath, 'ci', null]]);
  });

  test('gets it beside packages that a newer Node has installed, and that its command uses', async () => {
    const node = `if (process.argv[2] === 'rebuild') {
  require('node:fs').mkdirSync('node_modules/node/bin', { recursive: true });
  require('node:fs').writeFileSync('node_modules/node/bin/node', '#!/bin/sh\\necho bundled\\n', { mode: 0o755 });
}\n`;
    const root = await bootstrapClone({ 'npm-cli.js': NPM + node, 'package.json': '{}' });
    const env = { npm_execpath: join(root, 'npm-cli.js') };
    expect(await hello(root, { env })).toEqual(INSTALLED);
    expect(await hello(root, { env: { ...env, ...NO_TYPES } })).toEqual([
      0,
      'Installing what is missing (once) …\nbundled',
    ]);
    expect(await called(root)).toEqual([
      [env.npm_execpath, 'ci', '--ignore-scripts', null],
      [env.npm_execpath, 'rebuild', 'node', null],
    ]);
  });

  test('ends in a sentence if install scripts are switched off', async () => {
    const root = await bootstrapClone({ 'npm-cli.js': NPM, 'package.json': '{}' });
    const env = { npm_execpath: join(root, 'npm-cli.js'), ...NO_TYPES };
    expect(await hello(root, { env })).toEqual([
      2,
      'Installing what is missing (once) …\n' +
        `node  Node ${process.versions.node} does not run TypeScript, and npm did not ` +
        'install the Node that does: install scripts are switched off.\nnpm ci --ignore-scripts=false',
    ]);
  });
});

/** A Node that has no npm beside it, as on a machine that has only that. */
async function lonelyNode(): Promise<string> {
  const node = join(await temporaryFolder({ 'bin/x': '' }), 'bin/node');
  await execa('cp', [process.execPath, node]);
  return node;
}
