import type { Receipt, ReceiptTransaction } from "@yigou/backend/contract";
import type { CheckedTransaction } from "@yigou/backend/contract/check-receipt";

import { useLang, useWords } from "../../i18n/use-words";
import { dayText } from "../../lib/day";
import { Money } from "../../ui/money";
import { Tag } from "../../ui/notice";
import { StepLine } from "./step-line";

/** Every entry of the order: in one line what it is, unfolded how it is proved. */
export function Entries({
  receipt,
  unfolded,
  checked,
}: {
  receipt: Receipt;
  unfolded: boolean;
  checked: readonly CheckedTransaction[];
}) {
  const t = useWords();
  return (
    <details className="group" open={unfolded}>
      <summary className="tap !justify-start text-sm text-ink-2 underline underline-offset-4">
        {t("receipt.details")}
      </summary>
      <ol className="mt-1 grid gap-3">
        {receipt.transactions.map((entry) => (
          <Entry
            key={entry.seq}
            entry={entry}
            checked={checked.find(({ seq }) => seq === entry.seq)}
          />
        ))}
      </ol>
    </details>
  );
}

const kinds = {
  capture: "kind_capture",
  refund: "kind_refund",
  accept: "kind_accept",
  settle: "kind_settle",
  pay: "kind_pay",
  confirm: "kind_confirm",
  bounce: "kind_bounce",
  amend: "kind_amend",
  claim: "kind_claim",
} as const;
const isKind = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind);

function Entry({
  entry,
  checked,
}: {
  entry: ReceiptTransaction;
  checked: CheckedTransaction | undefined;
}) {
  const t = useWords();
  const lang = useLang();
  const { seq, kind, day, opened, seal } = entry;
  return (
    <li className="rounded-small bg-sunk p-3 sm:p-4">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <strong>{t(`receipt.${isKind(kind) ? kinds[kind] : "kind_rest"}`)}</strong>
        <span className="text-sm text-ink-2">
          {dayText(day, lang)} · {t("receipt.seq", { seq })}
        </span>
        <span className="ml-auto">
          <Tag tone={seal ? "good" : "warn"}>
            {seal ? t("receipt.block", { number: seal.block.number }) : t("receipt.waiting")}
          </Tag>
        </span>
      </p>
      {opened ? (
        <Sums sums={opened.sums} />
      ) : (
        <p className="mt-2 text-sm text-ink-2">{t("receipt.closed")}</p>
      )}
      {checked && checked.steps.length > 0 ? (
        <ul aria-label={t("receipt.steps")} className="mt-2 grid gap-1">
          {checked.steps.map(({ step, ok }) => (
            <StepLine key={step} ok={ok} text={t(`receipt.step_${step}`)} />
          ))}
        </ul>
      ) : null}
      {seal ? <Hashes seal={seal} /> : null}
    </li>
  );
}

const classes = {
  buyers: "class_buyers",
  household: "class_household",
  service: "class_service",
  packing: "class_packing",
  freight: "class_freight",
  platform: "class_platform",
  shipping: "class_shipping",
  tax: "class_tax",
  unattributed: "class_unattributed",
  loss_pool: "class_loss_pool",
  borne: "class_borne",
} as const;
const isClass = (name: string): name is keyof typeof classes => Object.hasOwn(classes, name);
const states = ["expected", "earned", "settled", "paid", "confirmed"] as const;

function Sums({ sums }: { sums: NonNullable<ReceiptTransaction["opened"]>["sums"] }) {
  const t = useWords();
  return (
    <dl className="mt-2 grid gap-0.5 text-sm">
      {sums.map(({ class: name, amount_fen }) => {
        const [kind = "", state] = name.split(":");
        const known = states.find((one) => one === state);
        return (
          <div key={name} className="flex justify-between gap-3">
            <dt className="text-ink-2">
              {t(`receipt.${isClass(kind) ? classes[kind] : "class_rest"}`)}
              {known ? ` · ${t(`order.state_${known}`)}` : ""}
            </dt>
            <dd>
              <Money fen={amount_fen} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Hashes({ seal }: { seal: NonNullable<ReceiptTransaction["seal"]> }) {
  const t = useWords();
  const rows = [
    { label: t("receipt.hash_leaf"), values: [seal.leaf] },
    { label: t("receipt.hash_path"), values: seal.path },
    { label: t("receipt.hash_root"), values: [seal.block.root] },
    { label: t("receipt.hash_block"), values: [seal.block.hash] },
    { label: t("receipt.sealed_at"), values: [seal.block.sealed_at] },
  ].filter(({ values }) => values.length > 0);
  return (
    <dl className="mt-3 grid gap-1.5 border-t border-rule pt-2 text-xs text-ink-2">
      {rows.map(({ label, values }) => (
        <div key={label}>
          <dt>{label}</dt>
          {values.map((value) => (
            <dd key={value} className="font-mono break-all text-ink select-all">
              {value}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
