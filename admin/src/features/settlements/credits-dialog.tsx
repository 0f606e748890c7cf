/** Exactly which income one line pays. */
import { Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { DataTable } from "../../ui/data-table";
import { Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";

import type { Line } from "./line-table";

/** The dialog. */
export function CreditsDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useRead("GET /cooperative/settlement-lines/:id", { params: { id: line.id } });
  return (
    <Modal
      open
      footer={null}
      title={t("settlement.creditsTitle", { name: line.alias })}
      onCancel={onClose}
    >
      <Loaded query={query}>
        {(reply) => (
          <DataTable
            caption={t("settlement.show")}
            rows={reply.line.credits_taken}
            rowKey={(row) => row.credit_id}
            columns={[
              {
                key: "title",
                title: t("product.title"),
                lead: true,
                cell: (row) => row.title,
                foot: t("income.total"),
              },
              { key: "sold", title: t("settlement.soldOn"), cell: (row) => row.sold_on },
              {
                key: "amount",
                title: t("settlement.amount"),
                end: true,
                cell: (row) => <Money fen={row.amount_fen} sign={false} />,
                foot: <Money fen={reply.line.amount_fen} sign={false} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Modal>
  );
}
