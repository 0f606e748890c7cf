/** Pick-up points: open one, hand its keeper the link, close one to new orders. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { MapPin } from "@medusajs/icons";
import { Badge, Button, Container, Heading, Table, Text, toast } from "@medusajs/ui";
import { useCallback, useEffect, useState } from "react";

import { PointForm } from "./point-form";
import { readPoints, setOpen, type Point } from "./pickup-points";

export default function PickupPointsPage() {
  const [rows, setRows] = useState<Point[] | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const reload = useCallback(() => {
    readPoints().then(setRows, (error: unknown) => toast.error(messageOf(error)));
  }, []);
  useEffect(reload, [reload]);
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>自提点 Pick-up points</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          买家结算时可选自提点；点长凭链接核对取货码，交货一次即为签收。Buyers may choose a point at
          checkout; its keeper checks the code and hands the goods over once.
        </Text>
        {link && (
          <Text className="mt-2 select-all break-all">
            点长链接（只显示这一次）The keeper&apos;s link, shown once: {link}
          </Text>
        )}
      </div>
      <PointForm
        onOpened={(path) => {
          setLink(path);
          reload();
        }}
      />
      {rows === null && <Text className="px-6 py-4">读取中 Loading…</Text>}
      {rows?.length === 0 && <Text className="px-6 py-4">还没有自提点 No points yet</Text>}
      {rows && rows.length > 0 && <Points rows={rows} onChanged={reload} />}
    </Container>
  );
}

function Points({ rows, onChanged }: { rows: readonly Point[]; onChanged: () => void }) {
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>名称 Name</Table.HeaderCell>
          <Table.HeaderCell>地址 Address</Table.HeaderCell>
          <Table.HeaderCell>时间 Hours</Table.HeaderCell>
          <Table.HeaderCell className="text-right">待取 Waiting</Table.HeaderCell>
          <Table.HeaderCell className="text-right">已取 Fetched</Table.HeaderCell>
          <Table.HeaderCell>状态 State</Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={row.id}>
            <Table.Cell>{row.name}</Table.Cell>
            <Table.Cell>{[row.county, row.street].join(" ")}</Table.Cell>
            <Table.Cell>{row.hours}</Table.Cell>
            <Table.Cell className="text-right">{row.waiting}</Table.Cell>
            <Table.Cell className="text-right">{row.handed_over}</Table.Cell>
            <Table.Cell className="flex items-center gap-2">
              <Badge color={row.open ? "green" : "grey"}>
                {row.open ? "营业 Open" : "停收 Closed"}
              </Badge>
              <Button
                size="small"
                variant="secondary"
                onClick={() => {
                  setOpen(row.id, !row.open).then(onChanged, (error: unknown) =>
                    toast.error(messageOf(error)),
                  );
                }}
              >
                {row.open ? "停收 Close" : "恢复 Open"}
              </Button>
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "失败 Failed";
}

export const config = defineRouteConfig({ label: "自提点 Pick-up points", icon: MapPin });
