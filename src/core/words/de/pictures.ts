import type { Words } from '../en/en.ts';

export const dePictures: Words['pictures'] = { formula: 'Formel', diagram: 'Diagramm' };
