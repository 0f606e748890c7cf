/** The types of page-cache.mjs, for its tests. */
export const STILL_HEADER: string;
export interface KeptPage {
  headers: Record<string, string>;
  bodies: Record<string, Promise<Buffer>>;
}
export function keyOf(request: {
  method?: string;
  url?: string;
  headers: Record<string, string | string[] | undefined>;
}): string | null;
export function pageCache(clock?: () => number): {
  get: (
    key: string,
    render: () => Promise<Response>,
  ) => Promise<{ page: KeptPage; answer?: undefined } | { page?: undefined; answer: Response }>;
  size: () => number;
};
export function bodyIn(page: KeptPage, encoding: "br" | "gzip" | "identity"): Promise<Buffer>;
