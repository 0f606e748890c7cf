/** Where an application stands. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { PageHead } from "../../ui/page-head";
import { CooperativeTag } from "../../ui/state-tag";

type Own = Reply<"GET /cooperative/me">["cooperative"];

/** Applied, under review, decided: with the reason when there is one. */
export function ApplicationStatus({ cooperative }: { cooperative: Own }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { status } = cooperative;
  if (status === "approved") return null;
  const decided = status !== "applied";
  return (
    <>
      <PageHead
        title={t("waiting.title")}
        note={
          <>
            {cooperative.name} · {cooperative.division_name} <CooperativeTag status={status} />
          </>
        }
        actions={
          <Button onClick={() => void client.invalidateQueries()}>{t("waiting.refresh")}</Button>
        }
      />
      <section className="box" style={{ maxWidth: 620 }} role="status">
        <ol className="way">
          <li className="way-done">{t("waiting.sent")}</li>
          <li
            className={decided ? "way-done" : "way-now"}
            aria-current={decided ? undefined : "step"}
          >
            {t("waiting.review")}
          </li>
          <li
            className={decided ? "way-now" : undefined}
            aria-current={decided ? "step" : undefined}
          >
            {decided ? t(`cooperative.${status}`) : t("waiting.sell")}
          </li>
        </ol>
        <p>{t(`waiting.${status}`)}</p>
        {cooperative.decision_reason && (
          <p className="reason">
            {t("waiting.reason")}：{cooperative.decision_reason}
          </p>
        )}
      </section>
    </>
  );
}
