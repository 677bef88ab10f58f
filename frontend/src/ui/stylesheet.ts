const sheets = new Map<string, Promise<void>>();

/** A style sheet of the bundle, beside it, that the first screen does without. */
export function stylesheet(name: string): Promise<void> {
  const known = sheets.get(name);
  if (known !== undefined) return known;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`${name}.css`, import.meta.url).href;
  const sheet = new Promise<void>((done, refuse) => {
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => {
      // Asked again the next time.
      link.remove();
      sheets.delete(name);
      refuse(new Error(link.href));
    });
  });
  sheets.set(name, sheet);
  document.head.append(link);
  return sheet;
}
