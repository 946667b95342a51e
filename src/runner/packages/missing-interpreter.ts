import type { Example } from '../../core/example/example.ts';
import { positionOfKey } from '../../core/example/metadata.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { type Interpreter, pythonNames } from '../../core/python-version.ts';

/** A sample that none of the interpreters of this machine can run. */
export function missingInterpreter(example: Example, interpreters: readonly Interpreter[]): Problem {
  return {
    file: example.file,
    ...positionOfKey('requires-python', example),
    title: `No interpreter satisfies requires-python "${example.metadata.requiresPython}".`,
    detail: `    There is CPython ${pythonNames(interpreters)}.`,
    remedy: 'Install one, or name it: --python PATH',
  };
}
