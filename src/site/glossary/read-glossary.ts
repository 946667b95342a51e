import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT } from '../../core/project-paths.ts';
import { readArticleFile } from '../article/article-files.ts';
import { NO_GLOSSARY } from './glossary.ts';
import { parseGlossary, type ReadGlossary } from './parse-glossary.ts';

/** The terms of a site, relative to the project. */
export const GLOSSARY_FILE = `${CONTENT}/glossary.yaml`;

/** Reads the terms of a site. Without the file, it has none. */
export function readGlossary(root: string): ReadGlossary {
  if (!existsSync(join(root, GLOSSARY_FILE)))
    return { glossary: NO_GLOSSARY, source: '', links: [], problems: [] };
  const { source, problems } = readArticleFile(root, GLOSSARY_FILE);
  const read = parseGlossary(source, GLOSSARY_FILE);
  return problems.length > 0 ? { ...read, problems } : read;
}
