/** One settlement: how far it is, what to do next, who did what. */
import type { Reply } from "@yigou/backend/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { Figures } from "../../ui/figures";
import { Loaded } from "../../ui/loaded";
import { Money, moneyText } from "../../ui/money";
import { PageHead } from "../../ui/page-head";
import { SettlementTag } from "../../ui/settlement-tag";

import { LineTable } from "./line-table";
import type { Line } from "./line-table";
import { NextStep } from "./next-step";
import type { Desk } from "./settlement-list";
import { Steps } from "./steps";
import { Vouchers } from "./vouchers";

/** A settlement as its page reads it. */
export type Settlement = Reply<"GET /cooperative/settlements/:id">["settlement"];

const WAY = ["draft", "submitted", "approved", "exported", "closed"] as const;
const SUMS = ["pending", "paid", "failed", "returned", "left_out"] as const;

/** The page; an official's has no buttons. */
export function SettlementPage({ desk, id }: { desk: Desk; id: string }) {
  const { t } = useTranslation();
  const query = useRead(`GET /${desk}/settlements/:id`, { params: { id } });
  const [chosen, setChosen] = useState<readonly Line[]>([]);
  return (
    <Loaded query={query}>
      {({ settlement }) => (
        <>
          <PageHead
            title={t("settlement.title", { number: settlement.number })}
            crumbs={[{ label: t("settlement.nav"), to: `/${desk}/settlements` }]}
            note={
              <>
                <SettlementTag status={settlement.status} /> {settlement.cooperative.name} ·{" "}
                {settlement.from_on
                  ? t("list.spanOf", { from: settlement.from_on, to: settlement.to_on })
                  : t("settlement.upTo", { to: settlement.to_on })}
              </>
            }
          />
          <Way status={settlement.status} />
          {desk === "cooperative" && (
            <NextStep settlement={settlement} chosen={chosen} onChoose={setChosen} />
          )}
          <Sums settlement={settlement} />
          <LineTable desk={desk} settlement={settlement} chosen={chosen} onChoose={setChosen} />
          <div className="two">
            <Vouchers desk={desk} vouchers={settlement.vouchers} />
            <Steps steps={settlement.steps} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function Way({ status }: { status: Settlement["status"] }) {
  const { t } = useTranslation();
  if (status === "canceled") return null;
  const at = WAY.findIndex((one) => one === status);
  return (
    <ol className="way" aria-label={t("settlement.status")}>
      {WAY.map((one, index) => (
        <li
          key={one}
          className={index < at ? "way-done" : index === at ? "way-now" : undefined}
          aria-current={index === at ? "step" : undefined}
        >
          {t(`settlement.${one}`)}
        </li>
      ))}
    </ol>
  );
}

function Sums({ settlement }: { settlement: Settlement }) {
  const { t } = useTranslation();
  const { by_state, rule } = settlement;
  const amount = moneyText(rule.approval_above_fen);
  return (
    <Figures
      label={t("settlement.sums")}
      figures={[
        {
          key: "total",
          name: t("settlement.total"),
          value: <Money fen={settlement.total_fen} />,
          note: rule.two_people ? t("settlement.twoPeople") : t("settlement.onePerson", { amount }),
          accent: true,
        },
        ...SUMS.filter((state) => by_state[state].lines > 0).map((state) => ({
          key: state,
          name: t(`settlement.${state}`),
          value: <Money fen={by_state[state].amount_fen} />,
          note: t("unit.households", { n: by_state[state].lines }),
        })),
      ]}
    />
  );
}
