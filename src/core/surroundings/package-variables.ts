/**
 * What makes packages draw and compute alike on each machine. A sample may change it.
 * - Matplotlib: no window; its own fonts, not those of the machine; ids and dates of an SVG that do not
 *   change. https://matplotlib.org/stable/users/faq.html
 * - Libraries that compute (BLAS, OpenMP, Polars): as many threads as the contract has cores. More of them
 *   add numbers in another order, and their last digits differ.
 */
export function packageVariables(cores: number): Record<string, string> {
  const threads = ['OMP', 'OPENBLAS', 'MKL', 'VECLIB_MAXIMUM', 'NUMEXPR', 'NUMBA', 'RAYON'];
  return {
    MPLBACKEND: 'agg',
    MPL_IGNORE_SYSTEM_FONTS: '1',
    SOURCE_DATE_EPOCH: '0',
    POLARS_MAX_THREADS: String(cores),
    ...Object.fromEntries(threads.map(name => [`${name}_NUM_THREADS`, String(cores)])),
  };
}
