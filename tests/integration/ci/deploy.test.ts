import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { PYTHON_RELEASES } from '../../../src/core/python-releases.ts';
import { writeHeaders } from '../../../src/site/publish/http-headers.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { source as ci, type Workflow, workflow } from '../../fixtures/workflow.ts';

const source = await readFile('.github/workflows/deploy.yml', 'utf8');
const { build, deploy } = (parse(source) as Workflow).jobs;
const article = await readFile('content/writing/publishing.mdx', 'utf8');

describe('the workflow that publishes on GitHub Pages', () => {
  test('lets the job that runs code only read, and the job that may publish run no code', () => {
    expect((parse(source) as Workflow).permissions).toEqual({});
    expect(build?.permissions).toEqual({ contents: 'read', pages: 'read' });
    expect(deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(deploy?.steps.flatMap(({ run }) => run ?? [])).toEqual([]);
    expect(deploy?.steps.map(({ uses }) => uses?.split('@')[0])).toEqual(['actions/deploy-pages']);
    expect(source).not.toMatch(/secrets\.|pull_request/);
  });

  test('builds in the sandbox from the whole history, at the address that GitHub names', () => {
    const checkout = build?.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkout?.with).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
    const commands = build?.steps.flatMap(({ run }) => run ?? []);
    expect(commands).toEqual(['.ci/sandbox', 'npm run setup', 'npm run build --silent']);
    expect(build?.steps.find(({ run }) => run?.startsWith('npm run build'))?.env).toEqual({
      SITE_URL: '${{ steps.pages.outputs.base_url }}',
    });
    expect(source).not.toMatch(/^\s+cache:/m);
  });

  test('has each Python that a recording is for, like the preview, and the newest one comes first on PATH', async () => {
    const versionsOf = (steps: Workflow['jobs'][string]['steps'] | undefined): readonly string[] =>
      String(steps?.find(({ uses }) => uses?.startsWith('actions/setup-python@'))?.with?.['python-version'])
        .trim()
        .split('\n');
    const recorded = (await readdir('examples', { recursive: true })).flatMap(
      name => /\.(?<tag>3\.\d+t?)\.[a-z]+$/.exec(name)?.groups?.tag ?? [],
    );
    const versions = versionsOf(build?.steps);
    expect(versions).toEqual(expect.arrayContaining([...new Set(recorded)]));
    expect(versions.at(-1)).toBe(PYTHON_RELEASES.at(-1)?.version);
    expect(versionsOf(workflow.jobs.preview?.steps)).toEqual(versions);
  });

  test('is never cut short by a newer commit', () => {
    expect((parse(source) as Workflow).concurrency).toEqual({
      group: '${{ github.workflow }}',
      'cancel-in-progress': false,
    });
  });

  test('takes each action by the hash of a commit, and those of CI in the same version', () => {
    const actions = (text: string): string[] =>
      [...text.matchAll(/^ +(?:- )?uses: (.*)$/gm)].map(([, action]) => action ?? '');
    const used = actions(source);
    expect(used).toHaveLength(6);
    expect(used.filter(each => !/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual([]);
    const names = new Set(actions(ci).map(each => each.split('@')[0]));
    expect(used.filter(each => names.has(each.split('@')[0]) && !actions(ci).includes(each))).toEqual([]);
  });
});

describe('the recipes for a server', () => {
  afterEach(() => vi.unstubAllEnvs());
  test.for([
    ['headers.conf', /^add_header (?<name>[\w-]+) "(?<value>[^"]+)" always;$/],
    ['headers.caddy', /^header (?<name>[\w-]+) "(?<value>[^"]+)"$/],
  ] as const)('write every header of all pages into %s, for a site at any path', async ([file, form]) => {
    const [command = ''] = article.split('\n').filter(line => line.endsWith(` > ${file}`));
    for (const url of ['https://name.example', 'https://name.example/a/path']) {
      const root = await temporaryFolder({ 'dist/index.html': '' });

      vi.stubEnv('SITE_URL', url);
      await writeHeaders(join(root, 'dist'));
      await execa('sh', ['-c', command], { cwd: root });
      const lines = (await readFile(join(root, 'dist/_headers'), 'utf8')).split('\n');
      const end = lines.findIndex((line, index) => index > 0 && line.startsWith('/'));
      const written = (await readFile(join(root, file), 'utf8')).trimEnd().split('\n');
      expect(end).toBeGreaterThan(4);
      expect(
        written.map(line => {
          const { name, value } = form.exec(line)?.groups ?? {};
          return `  ${name}: ${value}`;
        }),
      ).toEqual(lines.slice(1, end));
    }
  });
});
