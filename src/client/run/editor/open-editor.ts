import type { Editor, EditorOptions } from './editor.ts';

/** Opens an editor in the place of the code of a figure. CodeMirror is loaded only now. */
export async function openEditor(options: EditorOptions): Promise<Editor> {
  const { createEditor } = await import('./create-editor.ts');
  return createEditor(options);
}
