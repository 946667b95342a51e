import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { build } from 'vite';
import type { Editor } from '../../../src/client/run/editor/editor.ts';
import { codeBlock } from '../../../src/site/figures/parts/code-and-output.ts';
import { Highlighter } from '../../../src/site/highlight/highlighter.ts';
import { policies } from '../../../src/site/publish/content-security-policy.ts';
import { exampleOf } from '../../fixtures/examples.ts';
import { serveBelow } from '../../fixtures/static-server.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

/** What the page of `editorPage` has for tests. */
export interface EditorWindow {
  readonly openIt: () => Promise<void>;
  readonly editor: Editor;
  /** How often the reader asked to run the code. */
  readonly runs: number;
  /** Everything that the policies of the page refused. */
  readonly refused: readonly string[];
}

const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types python-worker";

const SCRIPT = (source: string): string => `
import ${JSON.stringify(resolve('src/styles/site.css'))};
import './tokens.css';
import { openEditor } from ${JSON.stringify(resolve('src/client/run/editor/open-editor.ts'))};
Object.assign(window, { runs: 0, refused: [] });
addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
  window.refused.push(violatedDirective + ' ' + sample);
});
window.openIt = async () => {
  window.editor = await openEditor({
    code: document.querySelector('pre'),
    source: ${JSON.stringify(source)},
    label: 'Code of sample',
    onRun: () => { window.runs += 1; },
  });
};`;

/** A page with one figure, with the style sheet and the policies of the site; it is gone after the test. */
export async function editorPage(
  browser: Browser,
  source: string,
  { region, width = 1280, scheme }: { region?: string; width?: number; scheme?: 'dark' | 'light' } = {},
): Promise<Page> {
  const folder = await temporaryFolder();
  const highlighter = await Highlighter.create();
  const { lines } = codeBlock(exampleOf(source), { region }, [], highlighter);
  const code = lines.map(
    ({ html, skip }) => `<span${skip === undefined ? '' : ` class="${skip}"`}>${html}\n</span>`,
  );
  const metas = [...policies(), TRUSTED_TYPES].map(
    policy => `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
  await writeFile(join(folder, 'tokens.css'), `@layer figure {${highlighter.css()}}`);
  await writeFile(join(folder, 'main.ts'), SCRIPT(source));
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head><title>One figure</title><link rel="icon" href="data:,">${metas.join('')}
<script type="module" src="./main.ts"></script></head><body><main class="prose">
<figure class="example"><pre class="code" tabindex="0" role="region" aria-label="Code of sample">` +
      `<code translate="no">${code.join('')}</code></pre></figure><a id="after" href="#after">After</a></main></body></html>`,
  );
  await build({ root: folder, logLevel: 'error', configFile: false, build: { assetsDir: '_astro' } });
  const server = await serveBelow(join(folder, 'dist'), '/');
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
  const page = await context.newPage();
  onTestFinished(async () => {
    await context.close();
    await server.close();
  });
  await page.goto(server.origin);
  await page.waitForFunction(() => 'openIt' in window);
  return page;
}
