/** What `new` writes for an author to replace; an article that still holds one of these is a draft. */
export const TEMPLATE_TEXTS = [
  'One line under the title',
  'One or two sentences for the reader who decides whether to read on.',
  'Say what the reader will be able to do.',
  'Show an example: make one with "npm run new -- topic/name", then put it here.',
] as const;

const [SUBTITLE, SUMMARY, AIM, EXAMPLE] = TEMPLATE_TEXTS;

/** The source of a new article. @param title as YAML @param today such as 2026-11-22 */
export const articleTemplate = (title: string, order: number, today: string): string => `---
title: ${title}
subtitle: ${SUBTITLE}
summary: ${SUMMARY}
level: Beginner
order: ${order}
updated: ${today}
---

${AIM}

## First section

${EXAMPLE}
`;
