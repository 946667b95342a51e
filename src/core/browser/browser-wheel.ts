/** A file with a package, from an index. The browser's Python unpacks it into `/opt/packages`. */
export interface BrowserWheel {
  /** Its name in the index: `attrs-26.1.0-py3-none-any.whl`. */
  readonly file: string;
  /** SHA-256 of its bytes, in hexadecimal: one of those that the lock of the sample names. */
  readonly sha256: string;
  /** Number of its bytes. */
  readonly size: number;
}
