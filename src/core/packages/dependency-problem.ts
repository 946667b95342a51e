import { validRange } from '@renovatebot/pep440';

/** A name, extras, versions and a condition: https://peps.python.org/pep-0508/ */
const DEPENDENCY =
  /^(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?) *(?:\[[\w., -]*\])? *(?<range>[^;@[\]]*)(?:;.*)?$/;

/** Why an entry of `dependencies` names no package of an index; undefined if it does. */
export function dependencyFault(dependency: string): string | undefined {
  if (/[\p{Cc}\p{Cf}]/u.test(dependency))
    return `${JSON.stringify(dependency)} holds a character that nobody sees.`;
  if (/ @ |@ *(?:\w+:|\/)/.test(dependency))
    return `"${dependency}" is an address; a package comes from the index, under its name.`;
  const { range = '' } = DEPENDENCY.exec(dependency.trim())?.groups ?? { range: '?' };
  const versions = range.trim().replace(/^\((.*)\)$/, '$1');
  return versions === '' || validRange(versions)
    ? undefined
    : `"${dependency}" is not the name of a package with its versions.`;
}
