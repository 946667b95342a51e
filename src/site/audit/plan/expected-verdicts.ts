import type { Words } from '../../../core/words/en/en.ts';
import type { Spoken } from './spoken-plan.ts';
import { pythonName } from '../../../core/python-version.ts';
import type { Receipt } from '../../../core/verdict/recording.ts';
import { artifactEntry, digestOf } from './artifacts/audited-artifact.ts';
import type { AuditedExample, AuditedTimeline, AuditPlan } from './audit-plan.ts';
import { browserEntry, browserText } from './browser/expected-browser.ts';

/** The sentence about a verification, without its full stop. */
export function verifiedText(example: AuditedExample, result: Words['result']): string {
  const verified = result.verified(example.python ?? '', surroundingText(example, result));
  return `${verified}${example.change === undefined ? '' : result.differs}`;
}

/** What `/verified.json` holds of an example. */
export function verifiedEntry(example: AuditedExample, base: string, language: string): unknown {
  const { id, variants, timeline } = example;
  return {
    id,
    page: `${base}/examples/${id}/`,
    ...verifiedFacts(example, base, language),
    packages: example.packages.map(each => {
      const [name, version] = each.split(' ');
      return { name, version };
    }),
    variants: variants.map(each => ({ name: each.change?.name, ...verifiedFacts(each, base, language) })),
    timeline: timeline === undefined ? null : timelineFacts(timeline, base),
  };
}

function verifiedFacts(example: AuditedExample, base: string, language: string): object {
  const { download, verdict, python, recordings, change } = example;
  const promise = example.promiseIn[language];
  return {
    download: `${base}/${download}`,
    verdict,
    python: python ?? null,
    promise: change?.isRecorded === false ? 'something else than as written' : (promise ?? 'every byte'),
    recordings: acceptedRecordings(recordings, base),
    browser: browserEntry(example),
  };
}

function timelineFacts({ verdict, python, recordings }: AuditedTimeline, base: string): object {
  return { verdict, python: python ?? null, recordings: acceptedRecordings(recordings, base) };
}

function acceptedRecordings(recordings: AuditedExample['recordings'], base: string): object[] {
  return recordings.flatMap(({ python: by, receipt, artifacts }) =>
    receipt === undefined
      ? []
      : [
          {
            python: by,
            accepted: acceptedBy(receipt),
            runs: receipt.runs,
            sha256: receipt.sha256,
            artifacts: artifacts.map(artifact => artifactEntry(artifact, base)),
          },
        ],
  );
}

/** The lines of the list that the page of an example has below its figure. */
export function expectedFacts(
  example: AuditedExample,
  proved: AuditPlan['browser'],
  { words, language }: Spoken,
): string[] {
  const { result } = words;
  const promise = example.promiseIn[language];
  const { requiresPython, packages, otherVersions, variants, timeline } = example;
  const fact = (name: string, value: string): string[] => [`dt: ${name}`, `dd: ${value}`];
  const inBrowser = (name: string, of: AuditedExample): string[] => {
    const text = browserText(of, proved, result);
    return text === undefined ? [] : fact(name, text);
  };
  const ran = ({ verdict, python }: Pick<AuditedExample, 'verdict' | 'python'>): string =>
    `${verdict}${python === undefined ? '' : ` with CPython ${python}`}`;
  const accepted = ({
    recordings,
    outcomes,
  }: Pick<AuditedExample, 'recordings'> & Partial<Pick<AuditedExample, 'outcomes'>>): string[] =>
    recordings.flatMap(({ python: by, receipt, artifacts }) => {
      if (receipt === undefined) return [];
      const runs = `${receipt.runs} ${receipt.runs === 1 ? 'run' : 'runs'}`;
      const [verb, how] =
        outcomes === undefined
          ? ['Accepted', `after ${runs} that agreed, under different conditions`]
          : ['Counted', `in ${runs}`];
      const of = recordings.length > 1 ? `, of what CPython ${by} prints` : '';
      return [
        ...fact(`${verb}${of}`, `${how}, with CPython ${acceptedBy(receipt)}`),
        'dt: SHA-256 of the recording',
        `code.digest: ${receipt.sha256}`,
        ...artifacts.flatMap(each => [`dt: SHA-256 of ${each.name}`, `code.digest: ${digestOf(each)}`]),
      ];
    });
  return [
    'dl.facts-list: ',
    ...fact('Verdict of this build', ran(example)),
    ...fact('Promise', promise ?? words.promise.everyByte),
    ...(requiresPython === undefined ? [] : fact('Needs', `Python ${requiresPython}`)),
    ...(packages.length === 0 ? [] : fact('Packages', packages.join(', '))),
    ...inBrowser('In the browser', example),
    ...accepted(example),
    ...variants.flatMap(variant => [
      ...fact(
        (variant.change?.name ?? '').replace(/^./, letter => letter.toUpperCase()),
        `${ran(variant)}${variant.verdict === 'verified' ? ': does something else' : ''}`,
      ),
      ...inBrowser(`In the browser, ${variant.change?.name}`, variant),
      ...accepted(variant),
    ]),
    ...(timeline === undefined ? [] : [...fact('Timeline', ran(timeline)), ...accepted(timeline)]),
    ...(otherVersions === undefined
      ? []
      : fact('Not verified by this build', result.otherVersions(otherVersions))),
  ];
}

function acceptedBy({ python, gil }: Receipt): string {
  return pythonName({ version: python, gil: gil ?? true });
}

/** What follows the versions in a sentence about a verification. */
export function surroundingText(
  { ownPackages, network }: Pick<AuditedExample, 'ownPackages' | 'network'>,
  result: Words['result'],
): string {
  return [...ownPackages, ...(network ? [result.withNetwork] : [])].map(each => `, ${each}`).join('');
}
