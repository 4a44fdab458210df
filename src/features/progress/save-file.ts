/**
 * Hands a text to the browser as a download.
 * @param at milliseconds since the epoch, for the file's name
 * @returns the file's name
 */
export function saveExportFile(text: string, at: number): string {
  const name = `interleave-${new Date(at).toISOString().slice(0, 10)}.json`;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has taken hold of the data once this turn of the event loop is over.
  setTimeout(() => URL.revokeObjectURL(url), 0);
  return name;
}
