/** Where a line stands, and what can be said of it. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { LineTag } from "../../ui/settlement-tag";
import { Tag } from "../../ui/tag";

import type { Line } from "./line-table";

/** Opens what is said of a line. */
export type OnSay = (said: { line: Line; about: "fail" | "return" | "credits" }) => void;

/** Where a line stands, why, and whether the bank has it. */
export function Standing({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { reason } = line;
  const isCode = reason === "no_bank_card" || reason === "settlement_changed";
  return (
    <span>
      <LineTag state={line.state} />{" "}
      {line.at_bank && <Tag tone="info">{t("settlement.atBank")}</Tag>}
      {reason !== null && <small>{isCode ? t(`settlement.${reason}`) : reason}</small>}
    </span>
  );
}

interface ActsProps {
  line: Line;
  mayBook: boolean;
  onSay: OnSay;
}

/** What can be said of a line now. */
export function Acts({ line, mayBook, onSay }: ActsProps) {
  const { t } = useTranslation();
  const button = (about: "fail" | "return" | "credits", word: "fail" | "bounce" | "show") => (
    <Button
      size="small"
      aria-label={`${t(`settlement.${word}`)} ${line.alias}`}
      onClick={() => {
        onSay({ line, about });
      }}
    >
      {word === "show" ? t("settlement.creditCount", { n: line.credits }) : t(`settlement.${word}`)}
    </Button>
  );
  return (
    <span className="row-acts">
      {line.credits > 0 && button("credits", "show")}
      {mayBook && line.state === "pending" && button("fail", "fail")}
      {line.state === "paid" && button("return", "bounce")}
    </span>
  );
}
