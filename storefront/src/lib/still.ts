/**
 * Still pages: drawn by the server, made of links and forms, and never woken by React in the browser.
 * A reader on a slow line loads the page and public/still.js, nothing else.
 */

/** The handle of a still page's route: `export const handle = still;`. */
export const still = { still: true } as const;

/** Whether the innermost of a page's matches is a still page. */
export function isStill(matches: readonly { handle?: unknown }[]): boolean {
  const handle = matches.at(-1)?.handle;
  return typeof handle === "object" && handle !== null && "still" in handle;
}
