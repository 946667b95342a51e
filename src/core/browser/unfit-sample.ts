import type { Example } from '../example/example.ts';
import { isSatisfiedBy } from '../python-version.ts';
import { parsePython } from '../variant/remove-statement.ts';

/**
 * Why a sample is not tried in the Python of browsers, as the end of a sentence: `it starts threads`.
 * Undefined if it is worth a try. Trying all would cost a build minutes, and prove the same.
 * @param python the version of that Python: `3.14.2`
 */
export function unfitReason(example: Example, python: string): string | undefined {
  const { contract, metadata, source, variant } = example;
  if (contract.browser === false) return 'its contract keeps it out';
  // Nothing could judge what a reader's run prints.
  if (variant?.isRecorded === false) return 'its output is not recorded';
  if (contract.network) return 'it uses the network';
  if (contract.hangs === true) return 'it hangs, as its contract promises';
  if (contract.form !== undefined) return 'it is a race between threads';
  if (contract.terminal !== undefined) return 'it runs in a terminal';
  if (contract.color === true) return 'it prints in color';
  if (Object.keys(contract.artifacts).length > 0) return 'it leaves files';
  const { requiresPython } = metadata;
  if (!isSatisfiedBy(requiresPython, python)) return `it needs Python ${requiresPython}`;
  return needOf(source);
}

/** Modules that cannot do there what they are for. */
const MODULES: Readonly<Record<string, string>> = {
  multiprocessing: 'it starts processes',
  subprocess: 'it starts processes',
  socket: 'it opens sockets',
  socketserver: 'it opens sockets',
  'http.server': 'it opens sockets',
};

/** Names that start threads or processes, or open sockets, when they are called or derived from. */
const CALLS: Readonly<Record<string, string>> = {
  ...named('it starts threads', ['Thread', 'Timer', 'ThreadPoolExecutor', 'start_new_thread']),
  ...named('it starts threads', ['to_thread', 'run_in_executor']),
  ...named('it starts processes', ['ProcessPoolExecutor', 'InterpreterPoolExecutor', 'fork']),
  ...named('it starts processes', ['create_subprocess_exec', 'create_subprocess_shell']),
  ...named('it opens sockets', ['start_server', 'open_connection', 'create_server', 'create_connection']),
};

function named(reason: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map(name => [name, reason]));
}

const IMPORT = /^(?:import|from)\s+(?<module>[\w.]+)/;

/** What a source plainly needs that a browser has not. What it hides is found by trying it. */
function needOf(source: string): string | undefined {
  let found: string | undefined;
  parsePython(source).iterate({
    enter: ({ name, from, to, node }) => {
      if (found !== undefined) return false;
      if (name === 'ImportStatement') found = importedNeed(source.slice(from, to));
      if (name === 'CallExpression' && node.firstChild !== null)
        found = CALLS[lastName(source.slice(node.firstChild.from, node.firstChild.to))];
      if (name === 'ClassDefinition') {
        const bases = node.getChild('ArgList');
        const text = bases === null ? '' : source.slice(bases.from + 1, bases.to - 1);
        found = text
          .split(',')
          .map(base => CALLS[lastName(base.trim())])
          .find(reason => reason !== undefined);
      }
      return found === undefined;
    },
  });
  return found;
}

function importedNeed(statement: string): string | undefined {
  const module = IMPORT.exec(statement)?.groups?.module ?? '';
  return MODULES[module] ?? MODULES[module.split('.')[0] ?? ''];
}

function lastName(expression: string): string {
  return expression.split('.').at(-1) ?? expression;
}
