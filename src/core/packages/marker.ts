import { satisfies } from '@renovatebot/pep440';

/** Names and values of an environment: `sys_platform` → `emscripten`. */
export type MarkerValues = Readonly<Record<string, string>>;

const COMPARISON =
  /\b(?<name>[a-z_]+) (?<operator>[<>=!~]=|[<>]|in|not in) (?<quote>['"])(?<text>[^'"]*)\k<quote>/g;
const AND = /\b(true|false) and (true|false)\b/g;
const OR = /(?<!and )\b(true|false) or (true|false)\b(?! and)/g;
const INSIDE = /\((true|false)\)/g;

/** No condition that uv writes is as long, and a longer one would take time. */
const LONGEST = 2_000;

/**
 * Whether a package of a lock is for an environment. https://peps.python.org/pep-0508/#environment-markers
 * One whose condition is of another form than uv's, or names another value, is taken to be for it.
 * @param marker its condition; absent: for all
 */
export function isFor(marker: string | undefined, values: MarkerValues): boolean {
  if (marker === undefined || marker.length > LONGEST) return true;
  let text = marker.trim().replaceAll(COMPARISON, (all, name: string, operator: string, _, right: string) => {
    const left = values[name];
    return left === undefined ? all : String(holds(left, operator, right, name.endsWith('version')));
  });
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replaceAll(INSIDE, '$1')
      .replaceAll(AND, (_, a, b) => String(a === 'true' && b === 'true'))
      .replaceAll(OR, (_, a, b) => String(a === 'true' || b === 'true'));
  }
  return text !== 'false';
}

function holds(left: string, operator: string, right: string, isVersion: boolean): boolean {
  if (operator === 'in') return right.includes(left);
  if (operator === 'not in') return !right.includes(left);
  if (isVersion) return satisfies(left, `${operator}${right}`);
  return operator === '==' ? left === right : operator === '!=' ? left !== right : true;
}
