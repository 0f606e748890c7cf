/** Where a clearance offer stands, in one word. */
import type { OwnClearance } from "@yigou/backend/contract";
import { useTranslation } from "react-i18next";

import { Tag } from "./tag";

const tones = { proposed: "wait", open: "done", ended: "info", refused: "info" } as const;

/** The tag, with why it ended. */
export function ClearanceTag({ clearance }: { clearance: OwnClearance }) {
  const { t } = useTranslation();
  const { state, ended_why } = clearance;
  return (
    <Tag tone={tones[state]}>
      {ended_why ? t(`clearances.why.${ended_why}`) : t(`clearances.states.${state}`)}
    </Tag>
  );
}
