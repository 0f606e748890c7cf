/** Who shares the household, from which day to which, and what was changed: written by the cadre of the village. */
import type { Reply } from "@yigou/backend/contract";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { hasWord } from "../../i18n/words";
import { useRead } from "../../lib/data";
import { DataTable } from "../../ui/data-table";
import { Loaded } from "../../ui/loaded";
import { Tag } from "../../ui/tag";

import { CorrectDialog } from "./member-correct-dialog";
import { JoinDialog, LeaveDialog } from "./member-dialogs";
import { HeadDialog } from "./member-head-dialog";
import { MemberHistory } from "./member-history";

/** The members as the backend tells them. */
export type Membership = Reply<"GET /official/households/:id/members">;
/** One of them. */
export type Member = Membership["members"][number];

/** What every dialog about members is told. */
export interface MemberDialogProps {
  id: string;
  membership: Membership;
  onClose: () => void;
}

type Open = { what: "join" | "head" } | { what: "leave" | "correct"; member: Member };

/** Members, present ones first, and what happened to them. */
export function Members({ id }: { id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>();
  const query = useRead("GET /official/households/:id/members", { params: { id } });
  const close = () => {
    setOpen(undefined);
  };
  return (
    <section className="box" aria-label={t("file.members")}>
      <div className="box-head">
        <h2>{t("file.members")}</h2>
        {query.data?.may_record && (
          <span className="no-print row-actions">
            <Button
              size="small"
              onClick={() => {
                setOpen({ what: "join" });
              }}
            >
              {t("kin.join")}
            </Button>
            <Button
              size="small"
              onClick={() => {
                setOpen({ what: "head" });
              }}
            >
              {t("kin.head")}
            </Button>
          </span>
        )}
      </div>
      <Loaded query={query} lines={5}>
        {(membership) => (
          <>
            <Table membership={membership} onOpen={setOpen} />
            <MemberHistory events={membership.events} />
            {open && <Dialog open={open} id={id} membership={membership} onClose={close} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Dialog({ open, ...props }: MemberDialogProps & { open: Open }) {
  switch (open.what) {
    case "join":
      return <JoinDialog {...props} />;
    case "head":
      return <HeadDialog {...props} />;
    case "leave":
      return <LeaveDialog {...props} member={open.member} />;
    case "correct":
      return <CorrectDialog {...props} member={open.member} />;
  }
}

interface TableProps {
  membership: Membership;
  onOpen: (open: Open) => void;
}

function Table({ membership, onOpen }: TableProps) {
  const { t } = useTranslation();
  const { members, may_record } = membership;
  const acts = {
    key: "acts",
    title: "",
    wide: true,
    cell: (member: Member) => <Acts member={member} onOpen={onOpen} />,
  };
  return (
    <DataTable
      caption={t("file.members")}
      rows={members}
      rowKey={(row) => row.id}
      columns={[
        { key: "name", title: t("file.name"), lead: true, cell: (row) => row.name },
        {
          key: "relation",
          title: t("file.relation"),
          cell: ({ relation }) =>
            hasWord("relation", relation) ? t(`relation.${relation}`) : relation,
        },
        { key: "born", title: t("file.born"), end: true, cell: (row) => row.birth_year ?? "—" },
        {
          key: "idNumber",
          title: t("kin.idNumber"),
          line: true,
          cell: (row) => row.id_number_masked ?? "—",
        },
        { key: "joined", title: t("file.joined"), end: true, cell: (row) => row.joined_on },
        { key: "left", title: t("file.left"), end: true, cell: (row) => <Left member={row} /> },
        ...(may_record ? [acts] : []),
      ]}
    />
  );
}

function Left({ member: { left_on, left_reason } }: { member: Member }) {
  const { t } = useTranslation();
  if (left_on === null) return <>—</>;
  const isCode = left_reason !== null && hasWord("leaveBy", left_reason);
  // What was written at the registration stays as it is.
  const word = isCode ? t(`kin.leaveBy.${left_reason}`) : left_reason;
  return (
    <>
      {left_on} {word !== null && <Tag>{word}</Tag>}
    </>
  );
}

function Acts({ member, onOpen }: { member: Member; onOpen: TableProps["onOpen"] }) {
  const { t } = useTranslation();
  const mayLeave = member.left_on === null && member.relation !== "head";
  return (
    <span className="no-print row-actions">
      <Button
        size="small"
        aria-label={`${t("kin.correct")} ${member.name}`}
        onClick={() => {
          onOpen({ what: "correct", member });
        }}
      >
        {t("kin.correct")}
      </Button>
      {mayLeave && (
        <Button
          size="small"
          aria-label={`${t("kin.leave")} ${member.name}`}
          onClick={() => {
            onOpen({ what: "leave", member });
          }}
        >
          {t("kin.leave")}
        </Button>
      )}
    </span>
  );
}
