import { enableCopying } from './copy.ts';
import { enableThemeSwitch } from './theme.ts';

// Everything here is extra: without it, the page reads the same.
enableThemeSwitch();
enableCopying();
