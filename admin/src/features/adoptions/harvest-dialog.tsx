/** Puts on record, once, what each tree gave. */
import { App, Form, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { gramsOfText, kgText } from "../../lib/amounts";
import { useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { WeightField } from "../../ui/fields";
import { RefusalNote } from "../../ui/refusal-note";

import type { Adoption } from "./adoptions";

/** The dialog. */
export function HarvestDialog({ adoption, onClose }: { adoption: Adoption; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ per_tree_g: string }>();
  const write = useWrite("POST /cooperative/adoptions/:id/harvest");
  const send = ({ per_tree_g }: { per_tree_g: string }) => {
    write.mutate(
      {
        params: { id: adoption.product_id },
        body: { per_tree_g: gramsOfText(per_tree_g) ?? 0 },
      },
      {
        onSuccess: () => {
          void message.success(t("adoptions.reaped"));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t("adoptions.reapTitle", { title: adoption.title })}
      okText={t("adoptions.reap")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <p className="sub">{t("adoptions.reapText", { kg: kgText(adoption.yield_g) })}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <WeightField name="per_tree_g" label={t("adoptions.perTree")} />
      </Form>
    </Modal>
  );
}
