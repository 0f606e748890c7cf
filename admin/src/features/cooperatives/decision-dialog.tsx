/** Approve or refuse one application; a refusal says why. */
import { useTranslation } from "react-i18next";

import { useWrite } from "../../lib/data";
import { FormDialog } from "../../ui/form-dialog";
import { ReasonField } from "../../ui/said-fields";

import type { CooperativeRow, Decision } from "./cooperatives";

/** The dialog. */
export function DecisionDialog({
  cooperative,
  decision,
  onClose,
}: Decision & { onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite("POST /official/cooperatives/:id/decision");
  const refusing = decision === "refuse";
  const send = async ({ reason }: { reason?: string }) => {
    const trimmed = reason?.trim();
    const body = { decision, ...(trimmed ? { reason: trimmed } : {}) };
    await write.mutateAsync({ params: { id: cooperative.id }, body });
    return t(refusing ? "approval.refused" : "approval.approved");
  };
  const { name } = cooperative;
  return (
    <FormDialog
      title={t(refusing ? "approval.refuseTitle" : "approval.approveTitle", { name })}
      okText={t(`approval.${decision}`)}
      isDangerous={refusing}
      onSend={send}
      onClose={onClose}
      top={<Facts cooperative={cooperative} />}
    >
      <ReasonField
        label={t(refusing ? "approval.reason" : "approval.remark")}
        {...(refusing ? { wanted: t("approval.reasonWanted") } : {})}
      />
    </FormDialog>
  );
}

function Facts({ cooperative }: { cooperative: CooperativeRow }) {
  const { t } = useTranslation();
  return (
    <dl className="facts" style={{ marginBottom: 14 }}>
      <div>
        <dt>{t("apply.license")}</dt>
        <dd>{cooperative.license_no}</dd>
      </div>
      <div>
        <dt>{t("household.division")}</dt>
        <dd>{cooperative.division_name}</dd>
      </div>
      <div>
        <dt>{t("apply.contact")}</dt>
        <dd>{cooperative.contact_name}</dd>
      </div>
    </dl>
  );
}
