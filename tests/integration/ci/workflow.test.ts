import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { STATE_PATHS } from '../../../src/runner/files/state-paths.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { commands, npmScript, source, steps, workflow } from '../../fixtures/workflow.ts';

const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Commands that are files of this project. */
const OWN = ['.ci/sandbox', '.ci/run'];

describe('the workflow', () => {
  test('may only read the code; it knows no secret, and its checkout keeps no token', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.values(workflow.jobs).filter(({ permissions }) => permissions !== undefined)).toEqual([]);
    expect(source).not.toMatch(/secrets|github\.token|GITHUB_TOKEN/);
    expect(workflow.on).not.toHaveProperty('pull_request_target');
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts).toHaveLength(Object.keys(workflow.jobs).length);
    expect(checkouts.filter(step => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('takes each action by the hash of a commit, beside its version, and each in one version', () => {
    const uses = [...source.matchAll(/^\s+- uses: (.*)$/gm)].map(([, action]) => action ?? '');
    expect(uses.filter(action => !/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual(
      [],
    );
    expect(uses).toHaveLength(steps.filter(step => step.uses !== undefined).length);
    expect(new Set(uses.map(action => action.split('@')[0])).size).toBe(new Set(uses).size);
  });

  test('ends jobs that take too long, and runs that a newer commit replaces', () => {
    expect(Object.values(workflow.jobs).filter(job => !(Number(job['timeout-minutes']) <= 30))).toEqual([]);
    expect(workflow.concurrency).toEqual({
      group: '${{ github.workflow }}-${{ github.ref }}',
      'cancel-in-progress': true,
    });
  });

  test('runs nothing but scripts of this project', async () => {
    const strange = commands.filter(command => !OWN.includes(command) && npmScript(command) === undefined);
    expect(strange).toEqual([]);
    for (const { name } of commands.flatMap(command => npmScript(command) ?? [])) {
      expect([name, scripts[name]]).toEqual([
        name,
        name === 'setup' ? 'node scripts/bootstrap.mjs' : `node scripts/bootstrap.mjs ${name}`,
      ]);
      if (name !== 'setup') expect((await stat(`scripts/${name}.ts`)).isFile()).toBe(true);
    }
    for (const file of OWN) expect([file, (await stat(file)).mode & 0o111]).toEqual([file, 0o111]);
  });

  test('pastes nothing into a command: what a pull request says cannot become one', () => {
    expect(commands.filter(command => command.includes('${{'))).toEqual([]);
    expect(source).not.toMatch(/\$\{\{[^}]*github\.(?:event\.|head_ref|actor)/);
    const given = steps.flatMap(({ env = {} }) => Object.values(env));
    expect(given.filter(value => !/^\$\{\{ matrix\.(?:python|shard) \}\}$/.test(value))).toEqual([]);
  });

  test('uses options that the scripts have', async () => {
    const asked = commands.flatMap(command => npmScript(command) ?? []).filter(({ words }) => words !== '');
    const unknown = await Promise.all(
      asked.map(async ({ name, words }) => {
        const { stdout } = await execa(process.execPath, [`scripts/${name}.ts`, '--help']);
        return [...words.matchAll(/(?:^| )(--[a-z-]+)/g)]
          .filter(([, option]) => !new RegExp(`^ +(?:-\\w, )?${option} `, 'm').test(stdout))
          .map(([, option]) => `${name} ${option}`);
      }),
    );
    expect(asked.length).toBeGreaterThan(3);
    expect(unknown.flat()).toEqual([]);
  });

  test('runs all shards of every version, and goes on with the others when one fails', () => {
    const { strategy, steps: own } = workflow.jobs.examples ?? { steps: [] };
    const { python = [], shard = [] } = strategy?.matrix ?? {};
    expect(strategy?.['fail-fast']).toBe(false);
    expect(python).toEqual(['3.11', '3.12', '3.13', '3.14', '3.15', '3.13t']);
    expect(shard).toEqual(Array.from({ length: shard.length }, (_, index) => index + 1));
    expect(own.find(({ run }) => run?.startsWith('npm run check'))?.run).toContain(
      `--shard "$SHARD/${shard.length}"`,
    );
  });

  test('uploads results and reports also if an example fell short', () => {
    const uploads = steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
    const [shards, differences, reports, preview] = uploads;
    expect([shards?.if, differences?.if, reports?.if]).toEqual(Array(3).fill('${{ !cancelled() }}'));
    // There are none unless a picture differs. The summary of a job names them by the beginning of the name.
    expect(differences?.with).toMatchObject({
      name: expect.stringMatching(/^differences-/) as string,
      path: `${STATE_PATHS.differences}/`,
      'include-hidden-files': true,
      'if-no-files-found': 'ignore',
    });
    expect(shards?.with).toMatchObject({
      path: '.verbatim/shards/',
      'include-hidden-files': true,
      'if-no-files-found': 'error',
    });
    expect(preview?.with).toMatchObject({ name: 'preview', path: 'dist/' });
  });
});

describe('the steps that prepare a job', () => {
  test('install with no script of a package run, where Node runs TypeScript itself', async () => {
    const root = await temporaryFolder({
      'package-lock.json': '{}',
      'npm-cli.mjs':
        'import { writeFileSync, mkdirSync } from "node:fs";\nmkdirSync("node_modules");\n' +
        'writeFileSync("asked.json", JSON.stringify(process.argv.slice(2)));\n',
      'scripts/bootstrap.mjs': await readFile('scripts/bootstrap.mjs'),
      ...Object.fromEntries(
        await Promise.all(
          ['committed-files', 'install-packages', 'npm-command', 'take-turn'].map(async name => [
            `scripts/cli/${name}.mjs`,
            await readFile(`scripts/cli/${name}.mjs`),
          ]),
        ),
      ),
    });
    const setup = (): Promise<unknown> =>
      execa(process.execPath, ['scripts/bootstrap.mjs'], {
        cwd: root,
        env: { npm_execpath: join(root, 'npm-cli.mjs'), npm_node_execpath: process.execPath },
      });
    await setup();
    expect(JSON.parse(await readFile(join(root, 'asked.json'), 'utf8'))).toEqual(['ci', '--ignore-scripts']);
  });

  test('allow runs in the sandbox', async () => {
    const root = await temporaryFolder({ 'bin/sudo': '#!/bin/sh\necho "$@" >> "$ASKED"\n' });
    await execa('chmod', ['+x', join(root, 'bin/sudo')]);
    await execa('.ci/sandbox', [], {
      env: { PATH: `${join(root, 'bin')}:${process.env.PATH}`, ASKED: join(root, 'asked') },
    });
    expect((await readFile(join(root, 'asked'), 'utf8')).split('\n')).toEqual([
      'apt-get update --quiet',
      'apt-get install --quiet --yes --no-install-recommends bubblewrap',
      'sysctl --write kernel.apparmor_restrict_unprivileged_userns=0',
      '',
    ]);
  });
});
