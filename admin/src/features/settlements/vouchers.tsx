/** The vouchers of a settlement with their papers. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { saveFile } from "../../lib/files";
import { asRefused } from "../../lib/refused";
import { Money } from "../../ui/money";
import { RefusalNote } from "../../ui/refusal-note";

import type { Desk } from "./settlement-list";
import type { Settlement } from "./settlement-page";

type Voucher = Settlement["vouchers"][number];

/** The box. */
export function Vouchers({ desk, vouchers }: { desk: Desk; vouchers: readonly Voucher[] }) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: (id: string) => saveFile(`/${desk}/vouchers/${id}/file`),
  });
  return (
    <section className="box">
      <div className="box-head">
        <h3>{t("settlement.vouchers")}</h3>
      </div>
      {save.error && <RefusalNote refused={asRefused(save.error)} />}
      {vouchers.length === 0 && <p className="sub">{t("settlement.noVoucher")}</p>}
      <ul className="look-list">
        {vouchers.map((voucher) => (
          <li key={voucher.id}>
            <span>
              <b>{voucher.reference}</b> <span className="sub">{voucher.bank}</span>
              <br />
              <span className="sub">
                {voucher.paid_on} · {t("settlement.voucherLines", { n: voucher.lines })} ·{" "}
                {voucher.booked_by}
              </span>
            </span>
            <small>
              <Money fen={voucher.amount_fen} />
            </small>
            {voucher.has_file && (
              <Button
                size="small"
                loading={save.isPending}
                onClick={() => {
                  save.mutate(voucher.id);
                }}
              >
                {t("settlement.openFile")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
