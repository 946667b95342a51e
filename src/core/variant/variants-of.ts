import type { Contract } from '../contract/contract-schema.ts';
import { type Example, TIMELINE_SLUG, type VariantFacts } from '../example/example.ts';
import { contradictions } from '../example/parse-contract.ts';
import { parseRegions } from '../example/region.ts';
import type { Problem } from '../problems/problem.ts';
import { fail, type Result, succeed } from '../problems/result.ts';
import { changeSource } from './change-source.ts';
import type { ChangedSource } from './edits.ts';
import { slugOf, type VariantTable } from '../contract/variant-schema.ts';
import { positionInTable } from '../example/variant-tables.ts';

/**
 * An example and its tables → its variants, each an example of its own, or every mistake in the tables. A
 * variant has the id `locks/account.without-the-lock`, and the file of its original.
 */
export function variantsOf(original: Example, tables: readonly VariantTable[]): Result<readonly Example[]> {
  const found = tables.map((table, index) => variantOf(original, table, index, tables));
  const problems = found.flatMap(each => each.problems ?? []);
  return problems.length > 0 ? fail(...problems) : succeed(found.flatMap(({ value }) => value ?? []));
}

function variantOf(
  original: Example,
  table: VariantTable,
  index: number,
  tables: readonly VariantTable[],
): Result<Example> {
  const { file, source, metadata } = original;
  const at = (key: string) => positionInTable({ metadata, source }, index, key);
  const slug = slugOf(table.name);
  const problems: Problem[] = [];
  if (tables.findIndex(({ name }) => slugOf(name) === slug) < index) {
    const title = `Two variants have the name "${table.name}".`;
    problems.push({ file, ...at('name'), title, remedy: 'Name what each of them changes.' });
  }
  if (slug === TIMELINE_SLUG) {
    const title = 'A variant cannot have the name "timeline": it is that of the timeline of the example.';
    problems.push({ file, ...at('name'), title, remedy: 'Name what it changes: name = "without the lock"' });
  }
  const { changed, problems: wrong } = changeSource(source, table, metadata.block);
  problems.push(...wrong.map(({ key, ...each }) => ({ file, ...at(key), ...each })));
  if (changed === undefined) return fail(...problems);
  const regions = parseRegions(changed.source, file);
  if (regions.problems !== undefined) {
    const [first] = regions.problems;
    const title = `The variant "${table.name}" leaves no sound region: ${first?.title ?? ''}`;
    const remedy = 'Change what is between the markers of regions, and leave a line there.';
    problems.push({ file, ...at('name'), title, remedy });
  }
  const contract = contractOf(original.contract, table);
  problems.push(
    ...contradictions(contract).map(({ key, title, remedy }) => ({ file, ...at(key), title, remedy })),
  );
  if (problems.length > 0) return fail(...problems);
  const facts = { index, name: table.name, slug, isRecorded: table.recorded };
  return succeed({ ...changedExample(original, changed, facts), contract, regions: regions.value ?? [] });
}

/** An example with another source. Its contract and its regions are those of the original. */
export function changedExample(
  original: Example,
  { source, originalLines }: ChangedSource,
  facts: Omit<VariantFacts, 'of' | 'originalLines'>,
): Example {
  const { id, entry, files } = original;
  return {
    ...original,
    id: `${id}.${facts.slug}`,
    source,
    files: new Map([...files, [entry, new TextEncoder().encode(source)]]),
    variants: [],
    variant: { of: original, originalLines, ...facts },
  };
}

/**
 * The contract of the original, with the keys that the variant has itself. The time that the original claims
 * is no claim about the variant; another ending takes the place of the original's. A
 * picture, and outcomes, are those of the original.
 */
function contractOf(original: Contract, table: VariantTable): Contract {
  const { name: _, remove: _remove, replace: _replace, lines: _lines, recorded: _recorded, ...own } = table;
  const endsElse = own.exit !== undefined || own.raises !== undefined;
  const { exit, raises, timeline: _timeline, outcomes: _outcomes, form: _form, ...others } = original;
  // Nothing reads the files of a run that is ended.
  const artifacts = own.hangs === true ? {} : original.artifacts;
  return { ...others, ...(endsElse ? {} : { exit, raises }), elapsed: undefined, artifacts, ...own };
}
