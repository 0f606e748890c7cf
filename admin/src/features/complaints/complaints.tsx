/** Quality complaints of a cooperative's goods, the next deadline at the top. */
import type { Complaint } from "@yigou/backend/contract";
import { formatFen } from "@yigou/backend/contract/fen";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { momentText } from "../../lib/days";
import type { Column } from "../../ui/data-table";
import { Empty } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { ChoiceFilter, PagedTable, usePage } from "../../ui/paged-table";
import { Tag } from "../../ui/tag";
import type { Tone } from "../../ui/tag";

import { ComplaintActs } from "./complaint-acts";
import { Photos } from "./photos";

const tones: Record<Complaint["state"], Tone> = {
  open: "act",
  offered: "wait",
  rejected: "wait",
  escalated: "wait",
  agreed: "wait",
  refunded: "done",
  dismissed: "plain",
  closed: "plain",
  withdrawn: "plain",
};

/** The list. */
export function Complaints() {
  const { t } = useTranslation();
  const { get } = useAddressState();
  const shown = get("show") === "waiting" ? "waiting" : "all";
  const page = usePage();
  const query = useRead("GET /cooperative/complaints", {
    query: { ...page, waiting: shown === "waiting" ? "1" : "0" },
  });
  return (
    <>
      <PageHead title={t("complaints.nav")} note={t("complaints.note")} />
      <ChoiceFilter
        name="show"
        label={t("complaints.filter")}
        value={shown}
        options={[
          { value: "all", label: t("complaints.all") },
          { value: "waiting", label: t("complaints.waiting") },
        ]}
      />
      <PagedTable
        query={query}
        rowsOf={({ complaints }) => complaints}
        empty={<Empty title={t("complaints.none")} hint={t("complaints.noneHint")} />}
        caption={t("complaints.nav")}
        columns={useColumns()}
        rowKey={(row: Complaint) => row.id}
        below={(row: Complaint) => <History complaint={row} />}
      />
    </>
  );
}

function useColumns(): Column<Complaint>[] {
  const { t } = useTranslation();
  return [
    { key: "goods", title: t("complaints.goods"), lead: true, cell: (row) => <Goods row={row} /> },
    {
      key: "wish",
      title: t("complaints.wish"),
      cell: (row) => (
        <span>
          <Money fen={row.wish_fen} sign={false} />{" "}
          <small>{t("complaints.worth", { amount: formatFen(row.worth_fen) })}</small>
        </span>
      ),
    },
    {
      key: "due",
      title: t("complaints.due"),
      cell: ({ due_at }) => (due_at === null ? "" : momentText(due_at)),
    },
    {
      key: "state",
      title: t("complaints.state"),
      line: true,
      cell: (row) => (
        <span>
          <Tag tone={tones[row.state]}>
            {t(`complaints.states.${row.state}`, { amount: formatFen(row.refund_fen ?? 0) })}
          </Tag>{" "}
          <ComplaintActs complaint={row} />
        </span>
      ),
    },
  ];
}

function Goods({ row }: { row: Complaint }) {
  const { t } = useTranslation();
  return (
    <span>
      <b>{row.title}</b> {row.variant_title} · {t("complaints.units", { n: row.quantity })}
      <br />
      <small>
        {t(`complaints.reasons.${row.reason}`)} ·{" "}
        <Link to={`/cooperative/orders/${row.order_id}`}>
          {t("complaints.order", { number: row.display_id })}
        </Link>
      </small>
    </span>
  );
}

/** What the buyer says and shows, and everything that happened. */
function History({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="said">{complaint.text}</p>
      <Photos complaint={complaint} />
      <details>
        <summary>{t("complaints.history")}</summary>
        <ul className="look-list">
          {complaint.history.map((event) => (
            <li key={`${event.at}${event.state}`}>
              <span>
                {momentText(event.at)} · {t(`complaints.parties.${event.party}`)} ·{" "}
                {t(`complaints.states.${event.state}`, {
                  amount: formatFen(event.amount_fen ?? 0),
                })}
                {event.text !== null && event.state !== "open" && (
                  <>
                    <br />
                    <span className="sub">{event.text}</span>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
