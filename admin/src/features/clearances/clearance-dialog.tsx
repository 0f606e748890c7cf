/** Opens a clearance offer. */
import { App, Form, Modal } from "antd";
import { useTranslation } from "react-i18next";

import { useRead, useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import { bodyOf, ClearanceForm, type ClearanceFields } from "../../ui/clearance-form";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

const MOST = 100;

/** The dialog. */
export function ClearanceDialog({
  floor_ppm,
  onClose,
}: {
  floor_ppm: number;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<ClearanceFields>();
  const sentence = useRefusalText();
  const products = useRead("GET /cooperative/products", { query: { limit: MOST } });
  const write = useWrite("POST /cooperative/clearances");
  const goods = (products.data?.products ?? [])
    .filter(({ status }) => status === "published")
    .flatMap(({ title, variants }) =>
      variants
        .filter(({ stock }) => stock > 0)
        .map(({ id, title: variant, price_fen, stock }) => ({
          variant_id: id,
          label: `${title} · ${variant}`,
          price_fen,
          stock,
        })),
    );
  const send = (fields: ClearanceFields) => {
    write.mutate(
      { body: bodyOf(fields) },
      {
        onSuccess: ({ clearance }) => {
          void message.success(
            t(clearance.state === "open" ? "clearances.done" : "clearances.proposed"),
          );
          onClose();
        },
        onError: (thrown) => {
          const refused = asRefused(thrown);
          showAtField(form, refused, sentence(refused).first);
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t("clearances.new")}
      okText={t("clearances.ok")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <ClearanceForm form={form} goods={goods} floor_ppm={floor_ppm} onFinish={send} />
    </Modal>
  );
}
