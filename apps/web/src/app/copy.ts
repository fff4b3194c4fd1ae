// Where the address is plain http and not this machine, a browser has no clipboard for scripts but this old way.
const copySelected = (text: string): boolean => {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr';
  // a modal dialog makes everything outside it unselectable
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  const focused = document.activeElement;
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
};

/** Puts a text on the clipboard; false where the browser does not let it. */
export const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
};
