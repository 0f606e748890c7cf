/** What a household allows to be published, and what is told of it. */
import type { Reply } from "@yigou/backend/contract";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead, useWrite } from "../../lib/data";
import { asRefused } from "../../lib/refused";
import { Loaded } from "../../ui/loaded";
import { useRefusalText } from "../../ui/refusal-note";

import { ConsentDialog } from "./consent-dialog";
import { NewsForm } from "./news-form";
import { StoryForm } from "./story-form";

type Consent = Reply<"GET /official/households/:id/consents">["consents"][number];

const PURPOSES = ["story", "village", "news"] as const;

/** The box in the household's file. */
export function Consents({ id }: { id: string }) {
  const { t } = useTranslation();
  const [giving, setGiving] = useState(false);
  const query = useRead("GET /official/households/:id/consents", { params: { id } });
  return (
    <section className="box no-print" style={{ marginBottom: 16 }}>
      <div className="box-head">
        <h3>{t("consent.title")}</h3>
        <Button
          onClick={() => {
            setGiving(true);
          }}
        >
          {t("consent.give")}
        </Button>
      </div>
      <p className="sub">{t("consent.note")}</p>
      <Loaded query={query}>
        {({ consents, story, handle }) => (
          <>
            <dl className="facts">
              {PURPOSES.map((purpose) => (
                <Purpose
                  key={purpose}
                  id={id}
                  purpose={purpose}
                  newest={consents.find((one) => one.purpose === purpose)}
                />
              ))}
            </dl>
            {handle && <p className="sub">{t("consent.see", { handle })}</p>}
            <StoryForm key={story?.zh ?? ""} id={id} story={story} />
            <NewsForm id={id} />
          </>
        )}
      </Loaded>
      {giving && (
        <ConsentDialog
          id={id}
          onClose={() => {
            setGiving(false);
          }}
        />
      )}
    </section>
  );
}

interface PurposeProps {
  id: string;
  purpose: (typeof PURPOSES)[number];
  newest: Consent | undefined;
}

function Purpose({ id, purpose, newest }: PurposeProps) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const sentence = useRefusalText();
  const write = useWrite("POST /official/households/:id/consents/withdrawal");
  const withdraw = () =>
    write.mutateAsync({ params: { id }, body: { purpose } }).then(
      () => void message.success(t("consent.withdrawn")),
      (thrown: unknown) => void message.error(sentence(asRefused(thrown)).first),
    );
  const isGiven = newest !== undefined && newest.withdrawn_at === null;
  return (
    <div>
      <dt>{t(`consent.${purpose}`)}</dt>
      <dd>
        {isGiven
          ? t("consent.given", {
              version: newest.version,
              from: newest.given_on,
              to: newest.expires_on,
            })
          : t(newest ? "consent.ended" : "consent.never")}{" "}
        {isGiven && (
          <Button
            size="small"
            onClick={() => {
              modal.confirm({
                title: t("consent.withdrawTitle", { what: t(`consent.${purpose}`) }),
                content: t("consent.withdrawText"),
                okText: t("consent.withdraw"),
                icon: null,
                onOk: withdraw,
              });
            }}
          >
            {t("consent.withdraw")}
          </Button>
        )}
      </dd>
    </div>
  );
}
