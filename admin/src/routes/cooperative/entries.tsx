import { Entries } from "../../features/entries/entries";

/** Wages, rents, dividends and bonuses. */
export function Component() {
  return <Entries />;
}
