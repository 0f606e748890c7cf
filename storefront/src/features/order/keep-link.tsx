import { useWords } from "../../i18n/use-words";

/** A guest's way back to the order from any device. */
export function KeepLink({ href }: { href: string }) {
  const t = useWords();
  return (
    <section className="no-print rounded-card bg-water-wash p-4 text-water-ink sm:p-5">
      <h2 className="text-lg">{t("order.link")}</h2>
      <p className="mt-1 text-sm">{t("order.link_text")}</p>
      <a href={href} className="mt-2 block text-sm break-all underline underline-offset-4">
        {href}
      </a>
    </section>
  );
}
