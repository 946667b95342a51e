import { basename, dirname, join } from 'node:path/posix';
import { validRange } from '@renovatebot/pep440';
import { parseContract } from '../example/parse-contract.ts';
import { decode, type Example, TIMELINE_SLUG } from '../example/example.ts';
import { parseRegions } from '../example/region.ts';
import { type Metadata, parseMetadata, positionOfKey } from '../example/metadata.ts';
import { dependencyFault } from '../packages/dependency-problem.ts';
import { conflictProblem } from '../problems/conflict.ts';
import { type Problem, sortProblems } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { readSource } from '../text/read-source.ts';
import { variantsOf } from './variants-of.ts';

/**
 * The files of an example → the example, or every mistake in its characters, its block and its markers.
 * @param lock the text of the lock beside it
 */
export function parseExample(
  id: string,
  file: string,
  files: ReadonlyMap<string, Uint8Array>,
  lock?: string,
): Result<Example> {
  const entry = basename(file);
  const unreadable = [...files]
    .filter(([path]) => path.endsWith('.py'))
    .flatMap(([path, bytes]) => readSource(bytes, join(dirname(file), path)).problems ?? []);
  if (unreadable.length > 0) return fail(...unreadable);
  const source = decode(files.get(entry)) ?? '';
  const metadata = parseMetadata(source, file);
  const regions = parseRegions(source, file);
  const conflict = metadata.problems && conflictProblem(source, file);
  if (conflict !== undefined) return fail(conflict);
  if (metadata.problems) return fail(...metadata.problems, ...(regions.problems ?? []));
  const contract = parseContract(metadata.value, source, file);
  const unsupported = checkRequirements(metadata.value, source, file);
  if (contract.problems || regions.problems || unsupported.length > 0)
    return fail(...sortProblems([...(contract.problems ?? []), ...(regions.problems ?? []), ...unsupported]));
  const { variant: tables, ...promises } = contract.value;
  const parts = { metadata: metadata.value, contract: promises, regions: regions.value };
  const form = promises.outcomes === undefined ? undefined : 'outcomes';
  const original: Example = {
    ...{ id, file, entry, source, ...parts, files, lock, variants: [] },
    contract: { ...promises, form },
  };
  const { value: variants, problems = [] } = variantsOf(original, tables);
  const own = ownArtifacts(original);
  if (variants === undefined || own.length > 0) return fail(...sortProblems([...problems, ...own]));
  return succeed({ ...original, variants, timeline: watchedExample(original) });
}

/** The example as it is watched, if its contract asks for a timeline: its recording is the picture. */
function watchedExample(original: Example): Example | undefined {
  const { id, contract } = original;
  if (contract.timeline === undefined) return undefined;
  return {
    ...original,
    id: `${id}.${TIMELINE_SLUG}`,
    contract: {
      ...contract,
      form: 'timeline',
      order: 'exact',
      artifacts: {},
      elapsed: undefined,
      timeout: Math.min(600, contract.timeout * (contract.hangs === true ? 1 : WATCHED_TIMEOUT)),
    },
    watched: { of: original },
  };
}

/** A watched run may take so many times as long. */
const WATCHED_TIMEOUT = 3;

/** Artifacts that the example has before it runs: nothing would say that a run writes them. */
function ownArtifacts(example: Example): Problem[] {
  const own = Object.keys(example.contract.artifacts).filter(name => example.files.has(name));
  return own.map(name => {
    const title = `${name} is a file of the example, so nothing says that a run writes it.`;
    const remedy = 'Let the sample write another file, and name that; or remove this one.';
    return { file: example.file, ...positionOfKey(name, example), title, remedy };
  });
}

/** What is wrong with the keys of a metadata block that PEP 723 defines. */
function checkRequirements(metadata: Metadata, source: string, file: string): Problem[] {
  const { requiresPython, dependencies } = metadata;
  const problems: Problem[] = [];
  const report = (key: string, title: string, remedy: string): void => {
    problems.push({ file, ...positionOfKey(key, { metadata, source }), title, remedy });
  };
  if (requiresPython !== undefined && !validRange(requiresPython)) {
    const title = `requires-python "${requiresPython}" is not a version specifier.`;
    report('requires-python', title, '# requires-python = ">=3.11"');
  }
  const [fault] = dependencies.flatMap(each => dependencyFault(each) ?? []);
  if (fault !== undefined) report('dependencies', fault, '# dependencies = ["numpy>=2"]');
  return problems;
}
