import type { Reply } from "@yigou/backend/contract";
import { Link } from "react-router";

import type { Route } from "./+types/ledger";
import { useLang, useWords } from "../i18n/use-words";
import { call, settle } from "../lib/api.server";
import { instantText } from "../lib/day";
import { pageMeta } from "../lib/meta";
import { still } from "../lib/still";
import { buttonClass } from "../ui/button";
import { Page } from "../ui/page";
import { Empty, Failed } from "../ui/states";

type Blocks = Reply<"GET /store/ledger/blocks">;
type Block = Blocks["blocks"][number];

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) =>
  pageMeta(matches, (t) => ({ title: t("ledger.title"), description: t("ledger.text") }));

export async function loader({ request }: Route.LoaderArgs) {
  const before = new URL(request.url).searchParams.get("before") ?? undefined;
  return { answer: await settle(call("GET /store/ledger/blocks", { query: { before } })), before };
}

export default function LedgerPage({ loaderData: { answer, before } }: Route.ComponentProps) {
  const t = useWords();
  const rows = ["how_1", "how_2", "how_3"] as const;
  return (
    <Page title={t("ledger.title")} lead={t("ledger.text")} narrow>
      {answer.ok ? (
        <Chain {...answer.value} before={before} />
      ) : (
        <Failed refused={answer.refused} />
      )}
      <section className="mt-10">
        <h2 className="text-xl">{t("ledger.how")}</h2>
        <ol className="mt-3 grid gap-2.5">
          {rows.map((row, at) => (
            <li key={row} className="flex gap-3 text-ink-2">
              <span className="font-serif font-bold text-persimmon-ink">{at + 1}</span>
              {t(`ledger.${row}`)}
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
}

function Chain({ blocks, head, before }: Blocks & { before: string | undefined }) {
  const t = useWords();
  if (!head) return <Empty title={t("ledger.none")} text={t("ledger.none_text")} />;
  const last = blocks.at(-1)?.number ?? 1;
  const page = before === undefined ? "" : `?before=${encodeURIComponent(before)}`;
  return (
    <>
      <section className="box p-4 sm:p-5">
        <h2 className="text-lg">{t("ledger.head")}</h2>
        <BlockFacts block={head} />
      </section>
      <ol className="mt-5 grid gap-3">
        {blocks.map((block) => (
          <li key={block.number} className="box p-4">
            <h3 className="font-sans text-base font-semibold">
              {t("ledger.number")} {block.number}
            </h3>
            <BlockFacts block={block} />
          </li>
        ))}
      </ol>
      <nav className="mt-6 flex flex-wrap items-center justify-center gap-3">
        {before === undefined ? null : (
          <Link to="/ledger" className={buttonClass("quiet")}>
            {t("ledger.newest")}
          </Link>
        )}
        {last > 1 ? (
          <Link to={`/ledger?before=${last}`} className={buttonClass("quiet")}>
            {t("ledger.older")}
          </Link>
        ) : null}
        <a href={`/ledger/blocks.json${page}`} className={buttonClass("quiet")}>
          {t("ledger.json")}
        </a>
      </nav>
    </>
  );
}

function BlockFacts({ block }: { block: Block }) {
  const t = useWords();
  const lang = useLang();
  const facts = [
    { label: t("ledger.count"), value: block.count.toLocaleString("en") },
    { label: t("ledger.total"), value: block.total.toLocaleString("en") },
    { label: t("ledger.sealed_at"), value: instantText(block.sealed_at, lang) },
  ];
  return (
    <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {facts.map(({ label, value }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-2">{label}</dt>
          <dd className="text-right tabular-nums">{value}</dd>
        </div>
      ))}
      <div className="col-span-2">
        <dt className="text-ink-2">{t("ledger.hash")}</dt>
        <dd className="font-mono text-xs break-all select-all">{block.hash}</dd>
      </div>
    </dl>
  );
}
