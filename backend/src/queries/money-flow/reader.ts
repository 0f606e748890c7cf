/** Who looks at the money flow: an area, or the whole ledger without a single household's name. */
import { narrowScope } from "../division/narrow-scope";

/** What a reader may see. */
export interface FlowReader {
  /** The division prefix of the area; empty for the whole ledger. */
  prefix: string;
  /** Whether households may be named. */
  mayName: boolean;
}

/**
 * An official's view.
 *
 * @throws refusal `not_found` for a place outside the own area
 */
export function officialReader(own: string, asked: string | undefined): FlowReader {
  return { prefix: narrowScope(own, asked), mayName: true };
}

/** The operator's view: all of it, or one place; nobody by name. */
export function operatorReader(asked: string | undefined): FlowReader {
  return { prefix: asked ?? "", mayName: false };
}
