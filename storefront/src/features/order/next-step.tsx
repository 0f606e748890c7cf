import type { Order } from "@yigou/backend/contract";
import { Form } from "react-router";

import { useWords } from "../../i18n/use-words";
import { Button } from "../../ui/button";
import { Money } from "../../ui/money";

/** What is left to do before households are credited: a transfer, a wallet's or the sandbox bank's late answer. */
export function NextStep({ order }: { order: Order }) {
  if (order.payment_state === "awaiting_transfer") return <Transfer order={order} />;
  if (order.payment_state !== "awaiting") return null;
  if (order.payment_provider_id === "pp_stripe_stripe") return <Processing />;
  return order.payment_provider_id === "pp_sandbox_local" ? <LateAnswer /> : null;
}

function Transfer({ order }: { order: Order }) {
  const t = useWords();
  return (
    <section className="rounded-card bg-straw-wash p-4 text-straw-ink sm:p-5">
      <h2 className="text-lg">{t("order.transfer")}</h2>
      <dl className="mt-2 grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1">
        <dt>{t("order.transfer_amount")}</dt>
        <dd className="text-right text-xl font-bold">
          <Money fen={order.total_fen} />
        </dd>
        <dt>{t("order.transfer_reference")}</dt>
        <dd className="text-right text-xl font-bold tracking-wide tabular-nums select-all">
          {order.transfer_reference}
        </dd>
      </dl>
      <p className="mt-2 text-sm">{t("order.transfer_text")}</p>
    </section>
  );
}

function Processing() {
  const t = useWords();
  return (
    <section className="rounded-card bg-straw-wash p-4 text-straw-ink sm:p-5">
      <h2 className="text-lg">{t("order.processing")}</h2>
      <p className="mt-1 text-sm">{t("order.processing_text")}</p>
    </section>
  );
}

function LateAnswer() {
  const t = useWords();
  return (
    <section className="rounded-card bg-straw-wash p-4 text-straw-ink sm:p-5">
      <h2 className="text-lg">{t("order.pending")}</h2>
      <p className="mt-1 text-sm">{t("order.pending_text")}</p>
      <Form method="post" className="mt-3 flex flex-wrap gap-3">
        <input type="hidden" name="intent" value="outcome" />
        <Button kind="ink" name="outcome" value="success">
          {t("order.pending_success")}
        </Button>
        <Button kind="quiet" name="outcome" value="decline">
          {t("order.pending_decline")}
        </Button>
      </Form>
    </section>
  );
}
