import { useWords } from "../../i18n/use-words";

/** One thing that was computed: never by colour alone. */
export function StepLine({ ok, text }: { ok: boolean; text: string }) {
  const t = useWords();
  return (
    <li
      className={`flex gap-2 text-sm ${ok ? "text-tea-ink" : "font-semibold text-persimmon-ink"}`}
    >
      <span aria-hidden>{ok ? "✓" : "✗"}</span>
      <span>
        {text}
        <span className="sr-only">{t(ok ? "receipt.yes" : "receipt.no")}</span>
      </span>
    </li>
  );
}
