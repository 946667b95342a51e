import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXIT, type Problem, ProblemError } from '../core/problem.ts';
import { badName } from './names.ts';

/** Writes a new example that runs: `topic/name`. @returns its path. @throws ProblemError where the name is none, or taken */
export async function newExample(root: string, id: string, examples: string): Promise<string> {
  const plain = id.replace(/^examples\//, '').replace(/\.py$/, '');
  const file = `${examples}/${plain}.py`;
  refuse(badName(plain, file));
  if (!plain.includes('/')) refuse([{ file, title: 'An example stands in the folder of its topic.', remedy: `npm run new -- topic/${plain}` }]);
  return write(root, file, `# /// script\n# requires-python = ">=3.11"\n# ///\nprint("Hello from ${plain.split('/').at(-1)}")\n`);
}

/** Writes a new article: `track/slug`. @returns its path. @throws ProblemError where the name is none, the track is unknown, or the file is there */
export async function newArticle(root: string, path: string, tracks: readonly string[], today: string): Promise<string> {
  const [track = '', slug = '', ...rest] = path.replace(/^content\//, '').replace(/\.mdx$/, '').split('/');
  const file = `content/${track}/${slug}.mdx`;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || rest.length > 0) refuse([{ file: path, title: 'An article is named track/slug; the slug is lower-case words with hyphens between them.', remedy: `npm run new -- --article ${tracks[0] ?? 'track'}/first-steps` }]);
  if (!tracks.includes(track)) refuse([{ file: path, title: `There is no track "${track}"; src/site.config.ts has: ${tracks.join(', ')}.`, remedy: 'Add it there first.' }]);
  const title = slug.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
  return write(root, file, `---\ntitle: ${title}\nsubtitle: One line under the title\nsummary: One or two sentences for the reader who decides whether to read on.\nlevel: Beginner\norder: 1\nupdated: ${today}\n---\n\nSay what the reader will be able to do.\n\n## First section\n\nShow an example: make one with "npm run new -- topic/name", then put it here.\n`);
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemError(problems, EXIT.usage);
}

async function write(root: string, file: string, text: string): Promise<string> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    refuse([{ file, title: 'The file exists.', remedy: 'Take another name.' }]);
  });
  return file;
}
