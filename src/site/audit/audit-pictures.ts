import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../core/problems/problem.ts';
import { articleBlocks } from './plan/article-blocks.ts';
import type { AuditedArticle, AuditPlan } from './plan/audit-plan.ts';
import { findingProblem } from './page-problem.ts';

/** The sources of all graphs that articles draw. */
export function graphSources(articles: Iterable<Pick<AuditedArticle, 'source'>>): readonly string[] {
  const blocks = [...articles].flatMap(({ source }) => articleBlocks(source).blocks);
  return [...new Set(blocks.flatMap(block => (block.kind === 'diagram' ? block.source : [])))];
}

/** Pictures of a site that are not those of the project. What a build makes smaller has other bytes. */
export function wrongPictures(files: readonly string[], dist: string, { drawn }: AuditPlan): Problem[] {
  const drawings = new Set([...drawn.pictures.values()].map(({ sha256 }) => sha256));
  return files.flatMap(file => {
    const own = drawn.pictures.get(`src/public/${file}`);
    if (own === undefined && !/^_astro\/.*\.svg$/.test(file)) return [];
    const digest = hash('sha256', readFileSync(join(dist, file)));
    if (own === undefined ? drawings.has(digest) : own.sha256 === digest) return [];
    return [findingProblem(file, { title: 'This picture is not one of the project.', text: '' })];
  });
}
