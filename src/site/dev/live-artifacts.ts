import { artifactEnding } from '../../core/artifacts/artifact-kind.ts';
import type { Example } from '../../core/example/example.ts';
import { artifactBlocks } from '../figures/artifacts/artifact-blocks.ts';
import type { ArtifactBlock } from '../figures/parts/artifact-block.ts';
import type { FigureContent } from '../figures/parts/figure.ts';
import type { LineHighlighter } from '../highlight/plain-highlighter.ts';
import { recordingFor, type Recordings } from '../../core/verdict/recording.ts';

type Artifacts = ReadonlyMap<string, Uint8Array>;

/** Panels of what a run left, whatever it is: their addresses hold the bytes. */
export function liveArtifacts(
  example: Example,
  artifacts: Artifacts | undefined,
  highlighter: LineHighlighter,
): readonly ArtifactBlock[] {
  const blocks = artifactBlocks(example, { artifacts }, () => true, highlighter);
  return blocks.map(block => withBytes(block, artifacts));
}

/** A figure of recordings whose files no build has written: the addresses of artifacts hold their bytes. */
export function withArtifacts<T extends FigureContent>(content: T, recordings: Recordings): T {
  const versions = content.versions.map(version => {
    const { artifacts } = recordingFor(recordings, version.tag ?? '') ?? {};
    return { ...version, artifacts: version.artifacts.map(block => withBytes(block, artifacts)) };
  });
  return { ...content, versions };
}

const TYPES = { svg: 'image/svg+xml', jpg: 'image/jpeg', csv: 'text/csv', txt: 'text/plain' } as const;

function withBytes(block: ArtifactBlock, artifacts: Artifacts | undefined): ArtifactBlock {
  const { name, shown } = block;
  const ending = artifactEnding(name);
  const type =
    ending in TYPES
      ? TYPES[ending as keyof typeof TYPES]
      : shown.kind === 'picture'
        ? `image/${ending}`
        : 'text/plain';
  const dataUrl = `data:${type};base64,${Buffer.from(artifacts?.get(name) ?? []).toString('base64')}`;
  return { ...block, dataUrl, shown: shown.kind === 'picture' ? { ...shown, copy: undefined } : shown };
}
