import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { badName, betterName } from './module-name.ts';
import { freeName, refuse, writeNew } from './new-file.ts';

/** A new example. */
export interface NewExample {
  readonly id: string;
  /** Relative to the project. */
  readonly file: string;
}

/**
 * Writes a new example that runs: `topic/name`, or `topic/name/main` for one of several files.
 * @throws ProblemError if the name is bad or taken, or if the new example would swallow others
 */
export async function newExample(root: string, word: string, examples: string): Promise<NewExample> {
  const path = word.replace(/^\.\//, '').replace(/\.py$|\/$/, '');
  const plain = path.startsWith(`${examples}/`) ? path.slice(examples.length + 1) : path;
  const file = `${examples}/${plain}.py`;
  const parts = plain.split('/');
  const better = parts.map(betterName).join('/');
  refuse(badName(plain, file).map(problem => ({ ...problem, remedy: `npm run new -- ${better}` })));
  if (parts.length === 1)
    refuse([
      {
        file,
        title: 'An example stands in the folder of its topic.',
        remedy: `npm run new -- topic/${plain}`,
      },
    ]);
  const folder = dirname(plain);
  const isFolder = parts.at(-1) === 'main';
  const id = isFolder ? folder : plain;
  const taken = [file, `${examples}/${id}.py`, `${examples}/${id}/main.py`].find(path =>
    existsSync(join(root, path)),
  );
  if (taken !== undefined) {
    const free = freeName(id, name =>
      [`${name}.py`, name].some(path => existsSync(join(root, examples, path))),
    );
    refuse([
      {
        file: taken,
        title: `An example has the id "${id}".`,
        remedy: `Take another name: npm run new -- ${free}${isFolder ? '/main' : ''}`,
      },
    ]);
  }
  if (isFolder && (parts.length === 2 || existsSync(join(root, examples, folder))))
    refuse([
      {
        file,
        title: `A main.py makes its folder one example: everything in ${examples}/${folder}/ would belong to it.`,
        remedy: `npm run new -- ${folder}/name/main`,
      },
    ]);
  const holder = parts
    .map((_, index) => parts.slice(0, index).join('/'))
    .find(above => above !== '' && existsSync(join(root, examples, above, 'main.py')));
  if (holder !== undefined)
    refuse([
      {
        file,
        title: `${examples}/${holder}/ is one example, because it has a main.py: what lies in it belongs to it.`,
        remedy: `npm run new -- ${join(dirname(holder), parts.at(-1) ?? '')}`,
      },
    ]);
  await writeNew(
    root,
    file,
    `# /// script\n# requires-python = ">=3.11"\n# ///\nprint("Hello from ${id.split('/').at(-1)}")\n`,
  );
  return { id, file };
}
