import { useWords } from "../../i18n/use-words";
import { Notice } from "../../ui/notice";
import { StepLine } from "./step-line";
import type { Verdict } from "./verify";

const tones = { ok: "good", bad: "bad", unsealed: "plain", unknown: "warn" } as const;

/** The result in one sentence, and what was held against the published ledger. */
export function Outcome({ verdict }: { verdict: Verdict }) {
  const t = useWords();
  const { result, published, chain, seen, head } = verdict;
  const parted = result === "ok" || result === "bad";
  const title = t(`receipt.${result}`);
  return (
    <Notice tone={tones[result]} title={title}>
      {parted ? (
        <>
          <p>{t(`receipt.${result}_text`)}</p>
          <ul className="mt-2 grid gap-1">
            <StepLine ok={head} text={t("receipt.step_head")} />
            {published === null ? null : (
              <StepLine ok={published} text={t("receipt.step_published")} />
            )}
            {chain ? (
              <StepLine
                ok={chain.ok}
                text={t(chain.whole ? "receipt.step_chain" : "receipt.step_chain_part", {
                  count: chain.count,
                })}
              />
            ) : null}
            {seen === null ? null : <StepLine ok={seen} text={t("receipt.step_seen")} />}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}
