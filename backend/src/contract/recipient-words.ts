/** How a recipient stands to the head, in both languages: for papers. */
import type { LedgerWord } from "./ledger-words";
import type { recipientRelations } from "./recipient";

/** Words of every relation. */
export const relationWords: Readonly<Record<(typeof recipientRelations)[number], LedgerWord>> = {
  spouse: { zh: "配偶", en: "spouse" },
  father: { zh: "父亲", en: "father" },
  mother: { zh: "母亲", en: "mother" },
  son: { zh: "儿子", en: "son" },
  daughter: { zh: "女儿", en: "daughter" },
  son_in_law: { zh: "女婿", en: "son-in-law" },
  daughter_in_law: { zh: "儿媳", en: "daughter-in-law" },
  grandchild: { zh: "孙辈", en: "grandchild" },
  grandparent: { zh: "祖辈", en: "grandparent" },
  sibling: { zh: "兄弟姐妹", en: "sibling" },
  other: { zh: "其他人", en: "other person" },
};
