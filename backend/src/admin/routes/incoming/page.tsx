/** Arrived money: the bank's statement is imported, pairs are proposed, a person confirms, what is left is listed. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { ArrowDownTray } from "@medusajs/icons";
import { Button, Container, Heading, Text, toast } from "@medusajs/ui";
import { useCallback, useEffect, useRef, useState } from "react";

import { importStatement, readIncoming, type Incoming } from "./incoming";
import { Left } from "./left";
import { messageOf } from "./message";
import { Proposals } from "./proposals";

export default function IncomingPage() {
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  const reload = useCallback(() => {
    readIncoming().then(setIncoming, (error: unknown) => toast.error(messageOf(error)));
  }, []);
  useEffect(reload, [reload]);
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div>
          <Heading>银行到账 Arrived transfers</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            导入平台账户的银行流水（CSV 或 Excel），按附言和金额配对；逐笔确认后订单才算付清。Import
            the statement of the platform&apos;s account; pairs are proposed, and an order is paid
            once a person has confirmed.
          </Text>
        </div>
        <Upload onImported={reload} />
      </Container>
      {incoming === null ? (
        <Container>
          <Text>读取中 Loading…</Text>
        </Container>
      ) : (
        <>
          <Proposals proposals={incoming.proposals} onConfirmed={reload} />
          <Left rows={incoming.left} awaited={incoming.awaited} onChanged={reload} />
        </>
      )}
    </div>
  );
}

function Upload({ onImported }: { onImported: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const send = (file: File) => {
    setBusy(true);
    importStatement(file)
      .then(
        ({ row_count, new_rows }) => {
          toast.success(
            `到账 ${row_count.toString()} 行，新增 ${new_rows.toString()} 行 ${new_rows.toString()} of ${row_count.toString()} rows are new`,
          );
          onImported();
        },
        (error: unknown) => toast.error(messageOf(error)),
      )
      .finally(() => {
        setBusy(false);
        if (input.current) input.current.value = "";
      });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.xlsx"
        aria-label="银行流水文件 Bank statement"
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.item(0);
          if (file) send(file);
        }}
      />
      <Button isLoading={busy} onClick={() => input.current?.click()}>
        导入流水 Import a statement
      </Button>
    </>
  );
}

export const config = defineRouteConfig({ label: "到账 Arrived", icon: ArrowDownTray });
