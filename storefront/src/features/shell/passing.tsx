/** What passes over a page: the bar while something loads, the notice after something was done. */
import { useEffect, useState } from "react";
import { Link, useNavigation } from "react-router";

import { useWords } from "../../i18n/use-words";
import { CrossIcon } from "../../ui/icons";

const STAY_MS = 6_000;

/** Notices that outlive a redirect. */
type NoticeKey =
  | "added"
  | "returned"
  | "reviewed"
  | "complained"
  | "logged_in"
  | "logged_out"
  | "saved"
  | "removed";

/** A thin line at the top while the next page is on its way. */
export function LoadingBar() {
  const t = useWords();
  const busy = useNavigation().state !== "idle";
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-40 h-[3px]">
      <div
        aria-hidden
        className={`going-bar skeleton h-full !bg-persimmon opacity-80 ${busy ? "!block" : ""}`}
      />
      {busy ? <span className="sr-only">{t("site.loading")}</span> : null}
    </div>
  );
}

/** Says what was done; goes away by itself, or at once. */
export function PassingNotice({ notice }: { notice: NoticeKey }) {
  const t = useWords();
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), STAY_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div
      data-passing
      className="fixed inset-x-4 bottom-24 z-30 mx-auto flex w-fit max-w-[calc(100%-2rem)] items-center gap-3 rounded-full bg-ink py-1 pr-1.5 pl-5 text-paper shadow-[var(--shadow)] md:bottom-8"
    >
      <p role="status">{t(`notice.${notice}`)}</p>
      {notice === "added" ? (
        <Link to="/cart" className="tap px-2 font-semibold underline underline-offset-4">
          {t("notice.to_cart")}
        </Link>
      ) : null}
      <button
        type="button"
        aria-label={t("notice.close")}
        onClick={() => setShown(false)}
        className="tap rounded-full"
      >
        <CrossIcon />
      </button>
    </div>
  );
}
