/** Payment notifications whose effect keeps failing: why, and a button to try one again. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { BellAlert } from "@medusajs/icons";
import { Badge, Button, Container, Heading, Table, Text, toast } from "@medusajs/ui";
import { useCallback, useEffect, useState } from "react";

import { readNotifications, tryAgain, type Notification } from "./notifications";

export default function NotificationsPage() {
  const [rows, setRows] = useState<Notification[] | null>(null);
  const reload = useCallback(() => {
    readNotifications().then(setRows, (error: unknown) => toast.error(messageOf(error)));
  }, []);
  useEffect(reload, [reload]);
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>未生效的支付通知 Payment notifications that fail</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          系统会自动重试十二次；仍不成功的停在这里，写明原因，处理后可再试。They are tried twelve
          times; what still fails waits here with its reason until somebody tries it again.
        </Text>
      </div>
      {rows === null && <Text className="px-6 py-4">读取中 Loading…</Text>}
      {rows?.length === 0 && (
        <Text className="px-6 py-4">全部通知均已生效 Every notification has taken effect</Text>
      )}
      {rows && rows.length > 0 && (
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>收到 Received</Table.HeaderCell>
              <Table.HeaderCell>内容 What</Table.HeaderCell>
              <Table.HeaderCell>原因 Why it fails</Table.HeaderCell>
              <Table.HeaderCell className="text-right">次数 Tries</Table.HeaderCell>
              <Table.HeaderCell>状态 State</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {rows.map((row) => (
              <Table.Row key={`${row.provider} ${row.event_id}`}>
                <Table.Cell>{new Date(row.received_at).toLocaleString("zh-CN")}</Table.Cell>
                <Table.Cell>
                  {row.type} · {row.provider}
                </Table.Cell>
                <Table.Cell className="max-w-md whitespace-normal">{row.last_error}</Table.Cell>
                <Table.Cell className="text-right">{row.attempts}</Table.Cell>
                <Table.Cell>
                  <State row={row} onTried={reload} />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Container>
  );
}

function State({ row, onTried }: { row: Notification; onTried: () => void }) {
  const [busy, setBusy] = useState(false);
  if (row.state === "waiting") {
    const next = row.next_try_at ? new Date(row.next_try_at).toLocaleTimeString("zh-CN") : "";
    return <Badge color="orange">将自动重试 Tried again at {next}</Badge>;
  }
  return (
    <span className="flex items-center gap-2">
      <Badge color="red">待处理 Waits for you</Badge>
      <Button
        size="small"
        variant="secondary"
        isLoading={busy}
        onClick={() => {
          setBusy(true);
          tryAgain(row)
            .then(onTried, (error: unknown) => toast.error(messageOf(error)))
            .finally(() => {
              setBusy(false);
            });
        }}
      >
        再试一次 Try again
      </Button>
    </span>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "失败 Failed";
}

export const config = defineRouteConfig({
  label: "支付通知 Notifications",
  icon: BellAlert,
});
