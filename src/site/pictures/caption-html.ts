import { escapeHtml } from '../../core/text/escape-html.ts';

/** The parts of a caption, or of what older tutorials say: text, and code between backticks. */
export function captionParts(
  caption: string,
): readonly { readonly isCode: boolean; readonly text: string }[] {
  const parts = caption.trim().split(/`([^`\n]+)`/);
  return parts.map((text, index) => ({ isCode: index % 2 === 1, text })).filter(({ text }) => text !== '');
}

/** A caption, or what older tutorials say → HTML. */
export function captionHtml(caption: string): string {
  const parts = captionParts(caption.replaceAll(/\s+/g, ' '));
  return parts
    .map(({ isCode, text }) => (isCode ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text)))
    .join('');
}
