import type { Grade as GradeOf } from "@yigou/backend/contract/grades";

import { useWords } from "../i18n/use-words";

/** How a public figure is known, as a small word beside it: measured, verified or estimated. */
export function Grade({ grade, className = "" }: { grade: GradeOf; className?: string }) {
  const t = useWords();
  return (
    <small
      title={t(`grade.${grade}_text`)}
      className={`inline-block rounded-full border border-current px-2 py-0.5 align-middle font-sans text-xs font-normal whitespace-nowrap ${className}`}
    >
      {t(`grade.${grade}`)}
    </small>
  );
}
