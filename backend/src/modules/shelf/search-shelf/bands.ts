/** Bands of the price: the number of edges that a price has reached. */
import { PRICE_EDGES_FEN } from "./tables";

/** The bands between two edges, as tallies name them. */
export function bandsOf(from: number | undefined, to: number | undefined): string[] {
  const low = bandOf(from) ?? 0;
  const high = to === undefined ? PRICE_EDGES_FEN.length + 1 : (bandOf(to) ?? 0);
  return Array.from({ length: Math.max(0, high - low) }, (_, at) => String(low + at));
}

/** The band that begins at an edge; 0 without one, null when it is no edge. */
export function bandOf(edge_fen: number | undefined): number | null {
  if (edge_fen === undefined || edge_fen <= 0) return 0;
  const at = PRICE_EDGES_FEN.findIndex((edge) => edge === edge_fen);
  return at < 0 ? null : at + 1;
}
