/** What buyers say of a cooperative's goods, and its one answer to each. */
import type { KeptReview } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead, useWrite } from "../../lib/data";
import { dayOf } from "../../lib/days";
import type { Column } from "../../ui/data-table";
import { FormDialog } from "../../ui/form-dialog";
import { Empty } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";
import { PagedTable, usePage } from "../../ui/paged-table";
import { ReasonField } from "../../ui/said-fields";
import { Tag } from "../../ui/tag";

const MOST_STARS = 5;

/** The list. */
export function Reviews() {
  const { t } = useTranslation();
  const [answered, setAnswered] = useState<KeptReview | null>(null);
  const query = useRead("GET /cooperative/reviews", { query: usePage() });
  return (
    <>
      <PageHead title={t("reviews.nav")} note={t("reviews.note")} />
      <PagedTable
        query={query}
        rowsOf={({ reviews }) => reviews}
        empty={<Empty title={t("reviews.none")} hint={t("reviews.noneHint")} />}
        caption={t("reviews.nav")}
        columns={useColumns(setAnswered)}
        rowKey={(row: KeptReview) => row.id}
      />
      {answered && (
        <AnswerDialog
          review={answered}
          onClose={() => {
            setAnswered(null);
          }}
        />
      )}
    </>
  );
}

function useColumns(onAnswer: (review: KeptReview) => void): Column<KeptReview>[] {
  const { t } = useTranslation();
  return [
    {
      key: "goods",
      title: t("reviews.goods"),
      lead: true,
      cell: (row) => (
        <span>
          <b>{row.title}</b> {row.variant_title}
        </span>
      ),
    },
    { key: "review", title: t("reviews.review"), line: true, cell: (row) => <Said row={row} /> },
    { key: "at", title: t("reviews.at"), cell: (row) => dayOf(row.written_at) },
    {
      key: "answer",
      title: t("reviews.answer"),
      line: true,
      cell: (row) =>
        row.answer ? (
          row.answer.text
        ) : (
          <Button
            size="small"
            onClick={() => {
              onAnswer(row);
            }}
          >
            {t("reviews.answer")}
          </Button>
        ),
    },
  ];
}

function Said({ row }: { row: KeptReview }) {
  const { t } = useTranslation();
  const { stars, text, by, hidden, photos } = row;
  return (
    <span>
      <span role="img" aria-label={t("reviews.starsLabel", { n: stars })}>
        {"★".repeat(stars)}
        {"☆".repeat(MOST_STARS - stars)}
      </span>{" "}
      <small>{by ?? t("reviews.anonymous")}</small>{" "}
      {hidden && <Tag tone="wait">{t("reviews.hidden")}</Tag>}
      <br />
      {text}
      {photos.length > 0 && (
        <span className="photo-row">
          {photos.map((src, at) => (
            <img
              key={src}
              className="photo"
              src={src}
              alt={t("complaints.photo", { n: at + 1 })}
              loading="lazy"
            />
          ))}
        </span>
      )}
    </span>
  );
}

function AnswerDialog({ review, onClose }: { review: KeptReview; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /cooperative/reviews/:id/answer");
  return (
    <FormDialog<{ text: string }>
      title={t("reviews.answerTitle")}
      okText={t("reviews.answer")}
      onSend={async ({ text }) => {
        await write.mutateAsync({ params: { id: review.id }, body: { text: text.trim() } });
        return t("reviews.done");
      }}
      onClose={onClose}
      top={<p className="said">{review.text}</p>}
    >
      <ReasonField
        name="text"
        label={t("reviews.answerText")}
        extra={t("reviews.answerHint")}
        wanted={t("reviews.answerWanted")}
      />
    </FormDialog>
  );
}
