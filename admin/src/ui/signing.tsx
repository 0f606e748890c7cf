/** On paper only: who stands for the figures. */
import { useTranslation } from "react-i18next";

/** Three lines to sign on. */
export function Signing() {
  const { t } = useTranslation();
  return (
    <div className="only-print">
      <div className="signing">
        <span>{t("file.signHousehold")}</span>
        <span>{t("file.signCadre")}</span>
        <span>{t("file.signDay")}</span>
      </div>
    </div>
  );
}
