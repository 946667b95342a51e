import type { Interpreter } from '../../core/python-version.ts';

/** What an interpreter reports about itself. */
export interface InterpreterFacts extends Interpreter {
  /** Whether it is a final release. */
  readonly final: boolean;
  /** `cpython`, `pypy`. */
  readonly implementation: string;
  /** Shared libraries that it loads, together with the modules that need one of the system's. */
  readonly libraries: readonly string[];
  /** Folders of its standard library. */
  readonly standardLibrary: readonly string[];
  /** Folders that it reads from while it runs; the sandbox has to show them. */
  readonly folders: readonly string[];
}

/** Prints the facts as JSON. It also runs on versions that are too old for examples. */
const PROBE = `
import json, os, platform, sys, sysconfig
for name in ("ctypes", "ssl", "sqlite3", "lzma", "bz2", "zlib", "readline", "uuid", "curses"):
    try: __import__(name)
    except ImportError: pass
maps = open("/proc/self/maps") if os.path.exists("/proc/self/maps") else ()
libraries = {line.split(None, 5)[5].strip() for line in maps if ".so" in line and line.rstrip().count("/")}
standard = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
binaries = {os.path.realpath(sys.executable), getattr(sys, "_base_executable", sys.executable)}
folders = standard | {sys.base_prefix, sys.base_exec_prefix}
folders |= {os.path.dirname(file) for file in libraries | binaries}
folders |= {os.path.realpath(folder) for folder in folders}
print(json.dumps({
  "version": platform.python_version(), "build": " ".join(sys.version.split()), "path": sys.executable,
  "gil": getattr(sys, "_is_gil_enabled", lambda: True)(),
  "final": sys.version_info.releaselevel == "final", "implementation": sys.implementation.name,
  "libraries": sorted(libraries), "standardLibrary": sorted(standard), "folders": sorted(folders)}))
`;

/** Asks the interpreter at a path; undefined if no Python answers. */
export async function probeInterpreter(path: string): Promise<InterpreterFacts | undefined> {
  // Loaded on demand: most checks find all answers in the cache.
  const { execa } = await import('execa');
  const { failed, stdout } = await execa(path, ['-I', '-S', '-c', PROBE], {
    reject: false,
    timeout: 20_000,
    stdin: 'ignore',
  });
  if (failed) return undefined;
  try {
    return JSON.parse(stdout) as InterpreterFacts;
  } catch {
    return undefined;
  }
}
