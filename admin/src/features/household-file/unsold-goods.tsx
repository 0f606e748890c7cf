/** A household's goods do not sell: the cadre proposes a clearance, its cooperative decides. */
import { App, Button, Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead, useWrite } from "../../lib/data";
import { showAtField } from "../../lib/field-errors";
import { asRefused } from "../../lib/refused";
import {
  bodyOf,
  ClearanceForm,
  type Clearable,
  type ClearanceFields,
} from "../../ui/clearance-form";
import { ClearanceTag } from "../../ui/clearance-tag";
import { Loaded } from "../../ui/loaded";
import { Money } from "../../ui/money";
import { RefusalNote, useRefusalText } from "../../ui/refusal-note";

/** The section; on paper it is left out. */
export function UnsoldGoods({ id }: { id: string }) {
  const { t } = useTranslation();
  const [isNew, setNew] = useState(false);
  const query = useRead("GET /official/households/:id/clearances", { params: { id } });
  return (
    <section className="box no-print" style={{ marginTop: 16 }}>
      <div className="box-head">
        <h3>{t("clearances.nav")}</h3>
        <Button
          disabled={(query.data?.goods.length ?? 0) === 0}
          onClick={() => {
            setNew(true);
          }}
        >
          {t("clearances.household")}
        </Button>
      </div>
      <p className="sub">{t("clearances.householdHint")}</p>
      <Loaded query={query} lines={2}>
        {({ goods, clearances }) => (
          <>
            {goods.length === 0 && clearances.length === 0 && (
              <p className="sub">{t("clearances.householdNone")}</p>
            )}
            <ul className="look-list">
              {clearances.map((one) => (
                <li key={one.id}>
                  {one.title} {one.variant_title} · <Money fen={one.price_fen} />
                  <small>
                    {t("clearances.soldOf", one)} · {one.last_on} <ClearanceTag clearance={one} />
                  </small>
                </li>
              ))}
            </ul>
            {isNew && (
              <Proposal
                id={id}
                goods={goods.map(({ title, variant_title, ...rest }) => ({
                  ...rest,
                  label: `${title} · ${variant_title}`,
                }))}
                onClose={() => {
                  setNew(false);
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Proposal({
  id,
  goods,
  onClose,
}: {
  id: string;
  goods: readonly Clearable[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<ClearanceFields>();
  const sentence = useRefusalText();
  const write = useWrite("POST /official/households/:id/clearances");
  const send = (fields: ClearanceFields) => {
    write.mutate(
      { params: { id }, body: bodyOf(fields) },
      {
        onSuccess: () => {
          void message.success(t("clearances.proposed"));
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
      title={t("clearances.household")}
      okText={t("clearances.propose")}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error && <RefusalNote refused={asRefused(write.error)} />}
      <ClearanceForm form={form} goods={goods} onFinish={send} />
    </Modal>
  );
}
