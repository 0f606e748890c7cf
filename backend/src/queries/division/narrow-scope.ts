/** Which prefix a reader gets who asks for one. */
import { isWithin } from "../../contract/roles";
import { prefixOf } from "../../modules/division";
import { refuse } from "../../refuse";

/**
 * The prefix to read with: what was asked for when it lies within the own one, else nothing.
 *
 * @param own the official's prefix
 * @param asked a prefix, or a full code with its zeros ("360722101000"); the own prefix when left out
 * @throws refusal `not_found` when it lies outside; a wider one is outside too
 */
export function narrowScope(own: string, asked: string | undefined): string {
  if (asked === undefined) return own;
  const scope = prefixOf(asked);
  if (!isWithin(scope, own)) throw refuse("not_found");
  return scope;
}
