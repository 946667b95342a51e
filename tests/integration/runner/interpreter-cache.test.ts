import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CACHE_PATHS } from '../../../src/runner/files/state-paths.ts';
import { InterpreterCache } from '../../../src/runner/python/interpreter-cache.ts';
import type { InterpreterFacts } from '../../../src/runner/python/probe-interpreter.ts';
import { FACTS } from '../../fixtures/examples.ts';
import { interpreter } from '../../fixtures/programs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

/**
 * A program that gives an answer and counts how often it was asked. It is a script to us only if it begins
 * with `#!`.
 */
async function program(begin: string, answer: string): Promise<string> {
  const folder = await temporaryFolder({ 'libssl.so.3': 'a' });
  const path = join(folder, 'python');
  await writeFile(
    path,
    `${begin}\necho asked >> '${folder}/log'\necho '${answer.replace('FOLDER', folder)}'\n`,
  );
  await chmod(path, 0o755);
  return path;
}

const ANSWER = JSON.stringify({ ...FACTS, libraries: ['FOLDER/libssl.so.3'] });

/** Asks a path in two commands, one after the other. @returns how often the program itself was asked */
async function askTwice(path: string, between: () => Promise<unknown> = async () => {}): Promise<number> {
  const ask = async (): Promise<InterpreterFacts | undefined> => {
    const cache = new InterpreterCache({ path: join(path, '..') });
    const facts = await cache.facts(path);
    await cache.save();
    return facts;
  };
  const first = await ask();
  await between();
  expect((await ask())?.version).toBe(first?.version);
  return (await readFile(join(path, '..', 'log'), 'utf8')).split('\n').length - 1;
}

test('a binary is asked once, and again when it or one of its libraries has changed', async () => {
  const [same, changed, library] = [
    await program(':', ANSWER),
    await program(':', ANSWER),
    await program(':', ANSWER),
  ];
  expect(await askTwice(same)).toBe(1);
  expect(
    await askTwice(changed, async () => writeFile(changed, `${await readFile(changed, 'utf8')}# newer\n`)),
  ).toBe(2);
  expect(await askTwice(library, () => rm(join(library, '..', 'libssl.so.3')))).toBe(2);
});

test('a script that starts a Python, and a program that gave no answer, are asked every time', async () => {
  expect(await askTwice(await program('#!/bin/sh', ANSWER))).toBe(2);
  expect(await askTwice(await program(':', 'no answer'))).toBe(2);
  expect(await new InterpreterCache(undefined).facts('/nowhere/python')).toBeUndefined();
});

test('a damaged cache is no cache', async () => {
  const path = await program(':', ANSWER);
  expect(
    await askTwice(path, () => writeFile(join(path, '..', CACHE_PATHS.interpreterFacts), 'damaged')),
  ).toBe(2);
});

test('a Python reports its folders, its libraries and its standard library', async () => {
  const used = await interpreter();
  const facts = await new InterpreterCache(undefined).facts(used.path);
  expect(facts).toMatchObject({ ...used, final: true, implementation: 'cpython' });
  expect(facts?.standardLibrary.length).toBeGreaterThan(0);
  expect(facts?.folders).toEqual(expect.arrayContaining([...(facts?.standardLibrary ?? [])]));
});
