/** The lock by which an open page says which build it was loaded from: it names the page's entry script. */

/** @param scope absolute address of the site's root */
export function pageLockPrefix(scope: string): string {
  return `interleave-page ${new URL(scope).pathname} `;
}
