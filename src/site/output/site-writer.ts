import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the site that a build makes. Files are written at once: where there are thousands, waiting for each takes longer than writing it. */
export class NewSite {
  readonly #folder: string;
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param place below the folder: `advanced/locks/index.html` */
  write(place: string, bytes: Uint8Array): void {
    writeFileSync(this.#make(place), bytes);
  }

  /** Puts a file of the last site there, of which no second copy is made where the file system can do without. */
  link(place: string, file: string): void {
    const target = this.#make(place);
    try {
      linkSync(file, target);
    } catch (error) {
      if (
        !['EPERM', 'EXDEV', 'EMLINK', 'ENOTSUP', 'EACCES'].includes(
          (error as NodeJS.ErrnoException).code ?? '',
        )
      )
        throw error;
      copyFileSync(file, target);
    }
  }

  #make(place: string): string {
    const file = join(this.#folder, place);
    const folder = dirname(file);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    return file;
  }
}
