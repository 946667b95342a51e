import { declaration } from '../example/block-lines.ts';
import type { Example } from '../example/example.ts';

/**
 * What to do about an exception that a sample did not mean: it comes from where samples run. Undefined of all
 * others, which may be what the sample shows.
 */
export function exceptionRemedy(raised: string, stderr: string, example: Example): string | undefined {
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  switch (raised) {
    case 'FileNotFoundError': {
      const path = /: '(?<path>[^'/][^']*)'$/.exec(last)?.groups?.path;
      return path === undefined ? undefined : ownFile(path, example);
    }
    case 'EOFError':
      return `Nobody types here. Declare what it reads${declaration([String.raw`stdin = "Ada\n"`], example)}`;
    case 'ModuleNotFoundError': {
      const name = /No module named '(?<name>\w+)/.exec(last)?.groups?.name;
      return name === undefined ? undefined : ownModule(name, example);
    }
    case 'SyntaxError':
      return /^(?:<{7}|>{7}) /m.test(example.source)
        ? 'Resolve the conflict that git left in the file, and remove its marks.'
        : 'Mend the line.';
    case 'IndentationError':
    case 'TabError':
      return 'Mend the line: npm run lint -- --fix lays out what Python can read.';
    default:
      return undefined;
  }
}

function ownFile(path: string, example: Example): string {
  return `A run sees the files of its own sample alone. ${placeFor(path, example)}`;
}

function ownModule(name: string, example: Example): string {
  const own = `If ${name} is a module of yours: ${placeFor(`${name}.py`, example)}`;
  return `Samples see the standard library only, and the files of their own folder. ${own}`;
}

/** How a file comes into the folder of a sample, which has a `main.py`; the recording moves with it. */
function placeFor(path: string, { entry, file }: Example): string {
  const folder = file.slice(0, -entry.length - 1);
  if (entry === 'main.py') return `Put ${path} into its folder: ${folder}/${path}`;
  const stem = file.replace(/\.py$/, '');
  return [
    `Give the sample a folder, and put ${path} there:`,
    `mkdir ${stem} && mv ${file} ${stem}/main.py`,
    `Its recording, if it has one, moves too: mv ${stem}.out ${stem}/main.out`,
  ].join('\n');
}
