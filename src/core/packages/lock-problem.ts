import { type Example, originalOf } from '../example/example.ts';
import { positionOfKey } from '../example/metadata.ts';
import type { Problem } from '../problems/problem.ts';
import { blockLines, lockCommand, lockFile, parseLock } from './lock.ts';

/** Why the lock beside a sample is not the lock of its block; undefined if it is, or if it needs none. */
export function lockProblem(example: Example): Problem | undefined {
  const { file, metadata, lock } = example;
  const { id } = originalOf(example);
  const own = lockFile(file);
  if (metadata.dependencies.length === 0) return undefined;
  const remedy = lockCommand(id);
  if (lock === undefined) {
    const title = 'Its packages are not locked: no file says which versions, with which hashes.';
    return { file, ...positionOfKey('dependencies', example), title, remedy };
  }
  const { value, problems } = parseLock(lock, own, id);
  if (problems !== undefined) return problems[0];
  const asked = blockLines(metadata);
  const [old, now] = [
    value.block.filter(line => !asked.includes(line)).map(line => `-${line}`),
    asked.filter(line => !value.block.includes(line)).map(line => `+${line}`),
  ];
  if (old.length + now.length === 0) return undefined;
  return {
    file,
    ...positionOfKey('dependencies', example),
    title: `Its lock, ${own}, was made for another block.`,
    detail: [...old, ...now].join('\n'),
    remedy,
  };
}
