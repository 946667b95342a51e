/** Seconds that a run may take in a page. */
export const MAX_SECONDS = 30;

/** Bytes that a run may print in a page. */
export const MAX_PRINTED = 1_000_000;

/**
 * Bytes of the files of Pyodide that are counted while they arrive: WebAssembly, library, list of packages.
 * They measure progress, and nothing depends on them.
 */
export const PYODIDE_BYTES = 9_598_218 + 2_545_637 + 119_077;
