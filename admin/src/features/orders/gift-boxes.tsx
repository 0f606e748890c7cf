/** The boxes of a gift: each is shipped to its recipient and arrives by itself; slips show no price. */
import type { Reply } from "@yigou/backend/contract";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead, useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { DataTable } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { Loaded } from "../../ui/loaded";
import { useRefusalText } from "../../ui/refusal-note";
import { Tag } from "../../ui/tag";

import { GiftSlips } from "./gift-slips";
import type { Order } from "./order-list";
import { ShipBoxDialog } from "./ship-box-dialog";

type Gift = Reply<"GET /cooperative/orders/:id/gift">["gift"];
/** One box. */
export type GiftBox = Gift["recipients"][number];

const tones = { to_ship: "wait", shipped: "info", delivered: "done", canceled: "act" } as const;

/** The section. */
export function GiftBoxes({ order }: { order: Order }) {
  const { t } = useTranslation();
  const query = useRead("GET /cooperative/orders/:id/gift", { params: { id: order.id } });
  return (
    <section className="box" style={{ marginBottom: 16 }}>
      <div className="box-head">
        <h3>{t("gifts.title", { n: order.gift_recipients })}</h3>
        <Button
          className="no-print"
          icon={<Icon name="print" />}
          disabled={!query.data}
          onClick={() => {
            window.print();
          }}
        >
          {t("gifts.slips")}
        </Button>
      </div>
      <p className="sub">{t("gifts.note")}</p>
      <Loaded query={query} lines={4}>
        {({ gift }) => (
          <>
            <div className="no-print">
              {gift.message && <p>{t("gifts.card", { text: gift.message })}</p>}
              <Boxes order={order} gift={gift} />
            </div>
            <GiftSlips gift={gift} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Boxes({ order, gift }: { order: Order; gift: Gift }) {
  const { t } = useTranslation();
  const [shipping, setShipping] = useState<GiftBox | null>(null);
  const isPaid = order.state === "to_ship" || order.state === "shipped";
  return (
    <>
      <DataTable
        caption={t("gifts.title", { n: gift.recipients.length })}
        rows={gift.recipients}
        rowKey={(box) => box.id}
        columns={[
          {
            key: "person",
            title: t("gifts.person"),
            lead: true,
            cell: (box) => <Person box={box} />,
          },
          {
            key: "goods",
            title: t("gifts.goods"),
            cell: (box) =>
              box.lines
                .map(({ title, variant_title, quantity }) =>
                  t("gifts.line", { title, variant: variant_title, n: quantity }),
                )
                .join(t("list.comma")),
          },
          {
            key: "state",
            title: t("gifts.state"),
            line: true,
            cell: (box) => (
              // One under the other where a phone leaves no room: nothing may lie over the button.
              <span
                style={{ display: "inline-flex", flexWrap: "wrap", gap: 8, alignItems: "center" }}
              >
                <Tag tone={tones[box.state]}>{t(`gifts.states.${box.state}`)}</Tag>
                {box.tracking.map(({ carrier, number }) => (
                  <small key={number}>
                    {carrier} {number}
                  </small>
                ))}
                {box.state === "to_ship" && isPaid && (
                  <Button
                    size="small"
                    onClick={() => {
                      setShipping(box);
                    }}
                  >
                    {t("gifts.ship")}
                  </Button>
                )}
                {box.state === "shipped" && <Arrived order={order} box={box} />}
              </span>
            ),
          },
        ]}
      />
      {shipping && (
        <ShipBoxDialog
          order_id={order.id}
          box={shipping}
          onClose={() => {
            setShipping(null);
          }}
        />
      )}
    </>
  );
}

function Person({ box }: { box: GiftBox }) {
  const { t } = useTranslation();
  const { name, phone, province, city, county, street } = box.address;
  if (!name) return <small>{t("gifts.hidden")}</small>;
  return (
    <span>
      {box.position}. <b>{name}</b> {phone}
      <small>{[province, city, county, street].filter(Boolean).join(" ")}</small>
    </span>
  );
}

function Arrived({ order, box }: { order: Order; box: GiftBox }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useRefusalText();
  const write = useWrite("POST /cooperative/orders/:id/deliver");
  return (
    <Button
      size="small"
      loading={write.isPending}
      onClick={() => {
        write.mutate(
          { params: { id: order.id }, body: { order_line_ids: box.lines.map(({ id }) => id) } },
          {
            onSuccess: () => void message.success(t("order.deliverDone")),
            onError: (thrown) => void message.error(sentence(asRefused(thrown)).first),
          },
        );
      }}
    >
      {t("gifts.deliver")}
    </Button>
  );
}
