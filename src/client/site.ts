import { enableArrowKeys } from './arrows.ts';
import { enableContents } from './toc.ts';
import { enableClosingDefinitions } from './lesson/close-definitions.ts';
import { enableCopying } from './copy.ts';
import { enableFinding } from './finding/on-demand.ts';
import { enableLineAnchors } from './lines/line-anchors.ts';
import { enableLineByLine } from './lines/line-by-line.ts';
import { keepAnchor } from './moved/keep-anchor.ts';
import { enableProgress } from './progress.ts';
import { enableRunning } from './run.ts';
import { enableSearch } from './finding/search.ts';
import { enableStepThrough } from './step-through.ts';
import { enableThemeSwitch } from './theme.ts';

// Everything here is extra: without it, the page reads the same.
keepAnchor();
enableThemeSwitch();
enableSearch();
enableFinding();
enableCopying();
enableContents();
enableLineAnchors();
enableLineByLine();
enableStepThrough();
enableRunning();
enableArrowKeys();
enableProgress();
enableClosingDefinitions();
