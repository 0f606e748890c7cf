/** The postings behind a figure, page by page; their sum is the figure. */
import { creditStates } from "@yigou/backend/contract/words";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { useAddressState } from "../../lib/address-state";
import { useRead } from "../../lib/data";
import { isMonth, thisMonth } from "../../lib/months";
import { Empty, Loaded } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";
import { Pages } from "../../ui/pages";

import { PostingRows } from "./posting-rows";
import { sourceOf, targetOf } from "./stages";

const PAGE = 50;

/** The page; what is listed lives in the address. */
export function PostingList() {
  const { t } = useTranslation();
  const { get, page } = useAddressState();
  const asked = get("month");
  const month = isMonth(asked) ? asked : thisMonth();
  const place = get("division_code");
  const [source, target] = [sourceOf(get("source")), targetOf(get("target"))];
  const account = get("account");
  const state = creditStates.find((one) => one === get("state"));
  const query = useRead("GET /official/postings", {
    query: {
      month,
      division_code: place,
      source,
      target,
      account,
      state,
      limit: PAGE,
      offset: (page - 1) * PAGE,
    },
  });
  const what = [
    source && target
      ? t("flow.bandOf", { source: t(`flowNode.${source}`), target: t(`flowNode.${target}`) })
      : null,
    account && hasWord("ledgerAccount", account) ? t(`ledgerAccount.${account}`) : null,
    state ? t(`state.${state}`) : null,
  ].filter((part) => part !== null);
  const back = new URLSearchParams({ month, ...(place ? { division_code: place } : {}) });
  return (
    <>
      <PageHead
        title={what.length === 0 ? t("posting.title") : t("posting.of", { what: what.join(" · ") })}
        crumbs={[
          { label: t("flow.title"), to: `/official/flow?${back.toString()}` },
          { label: month },
        ]}
      />
      <Loaded
        query={query}
        isEmpty={({ count }) => count === 0}
        empty={<Empty title={t("posting.none")} hint={t("posting.noneHint")} />}
      >
        {({ postings, count, total_fen }) => (
          <>
            <PostingRows postings={postings} total_fen={total_fen} />
            <Pages size={PAGE} count={count} />
          </>
        )}
      </Loaded>
    </>
  );
}
