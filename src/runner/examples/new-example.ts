import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXIT, type Problem, ProblemError, refusal } from '../../core/problems/problem.ts';
import { dependencyFault } from '../../core/packages/dependency-problem.ts';
import { blockLines } from '../../core/packages/lock.ts';
import { hiddenModule } from '../../core/example/stdlib-modules.ts';
import { badName, betterName } from './locate-examples.ts';

/**
 * Writes a new example that runs: `topic/name`, or `topic/name/main` for one of several files.
 * @param dependencies packages that it declares
 * @returns its id, and its file relative to the project
 * @throws ProblemError if the name is bad or taken, or if the new example would swallow others
 */
export async function newExample(
  root: string,
  word: string,
  examples: string,
  dependencies: readonly string[] = [],
): Promise<Record<'id' | 'file', string>> {
  const [fault] = dependencies.flatMap(each => dependencyFault(each) ?? []);
  if (fault !== undefined)
    throw refusal({ file: '--with', title: fault, remedy: 'For example: --with "numpy>=2"' });
  const path = word.replace(/^\.\//, '').replace(/\.py$|\/$/, '');
  const plain = path.startsWith(`${examples}/`) ? path.slice(examples.length + 1) : path;
  const file = `${examples}/${plain}.py`;
  const parts = plain.split('/');
  const exists = (...names: readonly string[]): boolean => existsSync(join(root, examples, ...names));
  const refuse = (title: string, name: string): never => {
    throw refusal({ file, title, remedy: `npm run new -- ${name}` });
  };
  const [bad] = badName(plain, file);
  if (bad !== undefined) refuse(bad.title, parts.map(betterName).join('/'));
  const hidden = hiddenModule(`${parts.at(-1)}.py`);
  if (hidden !== undefined)
    refuse(
      `It would hide the standard library's ${hidden}: "import ${hidden}" would import the sample.`,
      join(dirname(plain), `${hidden}_example`),
    );
  if (parts.length === 1) refuse('An example stands in the folder of its topic.', `topic/${plain}`);
  const folder = dirname(plain);
  const isFolder = parts.at(-1) === 'main';
  const id = isFolder ? folder : plain;
  const taken = [`${plain}.py`, `${id}.py`, `${id}/main.py`].find(name => exists(name));
  if (taken !== undefined) {
    const free = freeName(id, name => exists(`${name}.py`) || exists(name));
    throw refusal({
      file: `${examples}/${taken}`,
      title: `An example has the id "${id}".`,
      remedy: `Take another name: npm run new -- ${free}${isFolder ? '/main' : ''}`,
    });
  }
  if (isFolder && (parts.length === 2 || exists(folder)))
    refuse(
      `A main.py makes its folder one example: everything in ${examples}/${folder}/ would belong to it.`,
      `${folder}/name/main`,
    );
  const holder = parts
    .map((_, index) => parts.slice(0, index).join('/'))
    .find(above => above !== '' && exists(above, 'main.py'));
  if (holder !== undefined)
    refuse(
      `${examples}/${holder}/ is one example, because it has a main.py: what lies in it belongs to it.`,
      join(dirname(holder), parts.at(-1) ?? ''),
    );
  const block = blockLines({ requiresPython: '>=3.11', dependencies });
  // A sample without packages does not say so.
  const script = ['# /// script', ...(dependencies.length > 0 ? block : block.slice(0, 1)), '# ///', ''];
  await writeNew(root, file, `${script.join('\n')}print("Hello from ${id.split('/').at(-1)}")\n`);
  return { id, file };
}

/** Writes a new file. @returns its path @throws ProblemError if it exists */
export async function writeNew(root: string, file: string, text: string): Promise<string> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  // Another process may have created it since it was looked for; no file is ever overwritten.
  await writeFile(join(root, file), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw refusal({ file, title: 'The file exists.', remedy: 'Take another name.' });
  });
  return file;
}

/** @throws ProblemError if there is a problem */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemError(problems, EXIT.usage);
}

/** The first of `name_2`, `name_3`, … that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean, joint = '_'): string {
  for (let count = 2; ; count += 1) if (!isTaken(`${name}${joint}${count}`)) return `${name}${joint}${count}`;
}
