import type { MarkerValues } from './marker.ts';

/** The browser's Python, as wheels name what they are for. */
export interface WheelTarget {
  /** The whole version: `3.14.2`. */
  readonly python: string;
  /** https://peps.python.org/pep-0783/: `pyemscripten_2026_0_wasm32`. */
  readonly platform: string;
}

/** What is true there, for conditions of packages. */
export function markerValues({ python }: WheelTarget): MarkerValues {
  return {
    python_version: python.split('.').slice(0, 2).join('.'),
    python_full_version: python,
    implementation_name: 'cpython',
    implementation_version: python,
    os_name: 'posix',
    platform_machine: 'wasm32',
    platform_python_implementation: 'CPython',
    platform_system: 'Emscripten',
    sys_platform: 'emscripten',
  };
}

/** A file that an index has of a package. */
export interface OfferedWheel {
  readonly url: string;
  /** As the index has it; absent if it has none. */
  readonly sha256?: string | undefined;
  /** Number of its bytes, if the index has it. */
  readonly size?: number | undefined;
}

/** A file of a package that the browser's Python can use. */
export interface FittingWheel extends OfferedWheel {
  /** Its name: `attrs-26.1.0-py3-none-any.whl`. */
  readonly file: string;
}

/** https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention */
const FILE = /^[\w.]+-[\w.!+]+(?:-\d\w*)?-(?<python>[\w.]+)-(?<abi>[\w.]+)-(?<platform>[\w.]+)\.whl$/;

/**
 * The file of a package that the browser's Python can use, with a hash of the lock: one for this platform
 * before one for all. Undefined if there is none.
 * @param hashes that the lock names
 */
export function fittingWheel(
  hashes: readonly string[],
  offered: readonly OfferedWheel[],
  target: WheelTarget,
): FittingWheel | undefined {
  const named = offered
    .filter(({ sha256 }) => sha256 === undefined || hashes.includes(sha256))
    .map(wheel => ({ ...wheel, file: fileOf(wheel.url) }));
  return (
    named.find(({ file }) => fitsPlatform(file, target)) ?? named.find(({ file }) => fitsAll(file, target))
  );
}

/** The name of the file at an address. Of what a name of a wheel may hold, addresses escape two signs. */
function fileOf(url: string): string {
  const [path = ''] = url.split(/[?#]/);
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replaceAll(/%2b/gi, '+')
    .replaceAll('%21', '!');
}

interface Tags {
  readonly python: readonly string[];
  readonly abi: readonly string[];
  readonly platform: readonly string[];
}

function tagsOf(file: string): Tags {
  const { python = '', abi = '', platform = '' } = FILE.exec(file)?.groups ?? {};
  return { python: python.split('.'), abi: abi.split('.'), platform: platform.split('.') };
}

/** `3.14.2` → 14. */
const minorOf = (python: string): number => Number(python.split('.')[1]);

function fitsPlatform(file: string, target: WheelTarget): boolean {
  const { python, abi, platform } = tagsOf(file);
  const minor = minorOf(target.python);
  const own = `cp3${minor}`;
  // A module of the stable interface is for its own and for newer versions.
  const isStable = abi.includes('abi3') && python.some(tag => isBetween(tag, /^cp3(\d+)$/, 2, minor));
  return platform.includes(target.platform) && (isStable || (python.includes(own) && abi.includes(own)));
}

function fitsAll(file: string, target: WheelTarget): boolean {
  const { python, abi, platform } = tagsOf(file);
  const minor = minorOf(target.python);
  const isPython = python.some(
    tag => tag === 'py3' || tag === `cp3${minor}` || isBetween(tag, /^py3(\d+)$/, 0, minor),
  );
  return abi.includes('none') && platform.includes('any') && isPython;
}

function isBetween(tag: string, form: RegExp, least: number, most: number): boolean {
  const [, minor] = form.exec(tag) ?? [];
  return minor !== undefined && Number(minor) >= least && Number(minor) <= most;
}
