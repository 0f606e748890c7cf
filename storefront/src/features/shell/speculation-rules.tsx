import { speculation } from "../../lib/speculation";

/** Lets the browser fetch the page of a link ahead. */
export function SpeculationRules() {
  return <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculation }} />;
}
