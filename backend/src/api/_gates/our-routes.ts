/** Routes of our own below `/store`: the door parses them strictly and cuts their answers itself. */
const OURS = [
  /^\/(goods|checkout|payments|cart-preview|totals|my|clearances|gift-lists|adoptions|pickup-points)(\/|$)/,
  /^\/orders\/[^/]+\/(summary|credits|returns|sandbox-outcome|gift|pickup|adoptions(\/cancel)?|after-sale|reviews)\/?$/,
  /^\/orders\/[^/]+\/(photos|complaints)(\/|$)/,
  /^\/(stories|lots|sitemap|open-data|honours|news|follows)(\/|$)/,
];

/** @param path path below `/store`, as a gate sees it while it runs */
export function isOurs(path: string): boolean {
  return OURS.some((pattern) => pattern.test(path));
}
