/** Around every page. */
export const enFrame = { skip: 'Skip to content', verified: 'What was verified' };
