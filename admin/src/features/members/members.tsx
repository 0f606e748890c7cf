/** Who of a cooperative logs in, and in which role. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useRead } from "../../lib/data";
import { DataTable } from "../../ui/data-table";
import type { Column } from "../../ui/data-table";
import { Icon } from "../../ui/icons";
import { Loaded } from "../../ui/loaded";
import { PageHead } from "../../ui/page-head";
import { Tag } from "../../ui/tag";

import { MemberDialog } from "./member-dialog";

type Member = Reply<"GET /cooperative/members">["members"][number];

/** The list; only a manager adds to it. */
export function Members() {
  const { t } = useTranslation();
  const [isNew, setNew] = useState(false);
  const query = useRead("GET /cooperative/members", {});
  const me = useRead("GET /cooperative/me", {}).data?.member;
  const columns: Column<Member>[] = [
    {
      key: "name",
      title: t("member.name"),
      lead: true,
      cell: (row) => (
        <>
          <b>{row.name}</b> {row.id === me?.id && <Tag tone="info">{t("member.you")}</Tag>}
        </>
      ),
    },
    { key: "role", title: t("member.role"), cell: (row) => t(`member.${row.role}`) },
    {
      key: "may",
      title: t("member.may"),
      line: true,
      cell: (row) => t(`member.may_${row.role}`),
    },
  ];
  const add = (
    <Button
      type="primary"
      icon={<Icon name="plus" />}
      onClick={() => {
        setNew(true);
      }}
    >
      {t("member.new")}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t("member.nav")}
        note={t(me?.role === "manager" ? "member.note" : "member.noteOthers")}
        actions={me?.role === "manager" && add}
      />
      <Loaded query={query} lines={3}>
        {({ members }) => (
          <DataTable
            caption={t("member.nav")}
            columns={columns}
            rows={members}
            rowKey={(row) => row.id}
          />
        )}
      </Loaded>
      {isNew && (
        <MemberDialog
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </>
  );
}
