/** Words for codes that the backend may add to: linkages, categories, causes. */
import { zh } from "./zh";

const sections = {
  category: zh.category,
  linkage: zh.linkage,
  cause: zh.cause,
  relation: zh.relation,
  state: zh.state,
  joinBy: zh.kin.joinBy,
  leaveBy: zh.kin.leaveBy,
  memberField: zh.kin.field,
  ledgerKind: zh.ledgerKind,
  ledgerAccount: zh.ledgerAccount,
  meaning: zh.meaning,
} as const;
type Section = keyof typeof sections;

/** Whether the panel has a word for a code; else the code itself is shown. */
export function hasWord<S extends Section>(
  section: S,
  code: string,
): code is keyof (typeof sections)[S] & string {
  return Object.hasOwn(sections[section], code);
}
