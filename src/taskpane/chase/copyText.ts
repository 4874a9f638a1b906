/**
 * Puts text on the clipboard. Excel shows the pane in a frame that may not be allowed to use the clipboard itself; then what
 * is selected in the field is copied the old way, which the user's click allows. False where neither works: the text stays
 * selected for the keyboard.
 */
export async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, no secure page, or a web view without it.
  }
  if (!field) return false;
  field.focus();
  field.select();
  try {
    // Old, but the only way in a frame without clipboard permission.
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
