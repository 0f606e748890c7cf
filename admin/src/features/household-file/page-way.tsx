/** The photograph of a signed passbook page. */
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { upload } from "../../lib/api";
import { asRefused } from "../../lib/refused";
import type { Refused } from "../../lib/refused";
import { Icon } from "../../ui/icons";
import { RefusalNote } from "../../ui/refusal-note";
import { Tag } from "../../ui/tag";

import type { Shown } from "./confirm-dialog";

interface PageWayProps {
  id: string;
  credit_ids: string[];
  onShown: (shown: Shown) => void;
}

/** Sent at once; what is kept is written anew, without the place where it was taken. */
export function PageWay({ id, credit_ids, onShown }: PageWayProps) {
  const { t } = useTranslation();
  const input = useId();
  const [stage, setStage] = useState<"none" | "sending" | "kept">("none");
  const [refused, setRefused] = useState<Refused | null>(null);
  const add = async (file: File | undefined) => {
    if (!file) return;
    setRefused(null);
    setStage("sending");
    onShown(null);
    try {
      const key = "POST /official/households/:id/pages";
      const { page_id } = await upload(key, { params: { id } }, file);
      setStage("kept");
      onShown({ method: "page", credit_ids, page_id });
    } catch (thrown) {
      setStage("none");
      setRefused(asRefused(thrown));
    }
  };
  const label = {
    none: t("confirm.pageTake"),
    sending: t("confirm.pageSending"),
    kept: t("confirm.pageAgain"),
  };
  return (
    <>
      <p className="sub">{t("confirm.pageHint")}</p>
      {refused && <RefusalNote refused={refused} />}
      <div className="page-photo">
        {stage === "kept" && <Tag tone="done">{t("confirm.pageKept")}</Tag>}
        <label className="picture-add" htmlFor={input}>
          <Icon name="plus" />
          {label[stage]}
          <input
            id={input}
            type="file"
            aria-label={t("confirm.pagePhoto")}
            disabled={stage === "sending"}
            accept="image/jpeg,image/png,image/webp"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = "";
              void add(file);
            }}
          />
        </label>
      </div>
    </>
  );
}
