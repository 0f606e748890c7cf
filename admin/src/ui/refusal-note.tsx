/** A refusal told in the person's language, with the other one below it. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Refused } from "../lib/refused";

/** The sentences of a refusal: first in the language of the screen, then in the other. */
export function useRefusalText(): (refused: Refused) => { first: string; second: string } {
  const { t, i18n } = useTranslation();
  return (refused) => {
    const isEnglish = i18n.language === "en";
    if (refused.code === "unreachable" || refused.code === "unreadable") {
      return { first: t(`refusal.${refused.code}`), second: "" };
    }
    const zh = refused.messageZh ?? refused.message;
    const [first, second] = isEnglish ? [refused.message, zh] : [zh, refused.message];
    return { first, second: second === first ? "" : second };
  };
}

/** A refusal in its place. */
export function RefusalNote({ refused, action }: { refused: Refused; action?: ReactNode }) {
  const text = useRefusalText()(refused);
  return (
    <div className="refusal" role="alert">
      <div>
        <b>{text.first}</b>
        {text.second && <small lang="x-other">{text.second}</small>}
      </div>
      {action}
    </div>
  );
}
