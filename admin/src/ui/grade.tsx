/** How a figure is known, as a small word beside it: measured, verified or estimated. */
import type { Grade as GradeOf } from "@yigou/backend/contract/grades";
import { useTranslation } from "react-i18next";

/** The badge; its title says what the word means. */
export function Grade({ grade }: { grade: GradeOf }) {
  const { t } = useTranslation();
  return (
    <small className={`grade grade-${grade}`} title={t(`grade.${grade}_text`)}>
      {t(`grade.${grade}`)}
    </small>
  );
}
