import type { Words } from '../en/en.ts';

export const deFrame: Words['frame'] = { skip: 'Zum Inhalt springen', verified: 'Was geprüft wurde' };
