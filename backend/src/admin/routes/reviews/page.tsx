/** What buyers say: the operator hides what must not be shown, with the reason, and shows it again. */
import { defineRouteConfig } from "@medusajs/admin-sdk";
import { StarSolid } from "@medusajs/icons";
import { Badge, Button, Container, Heading, Input, Table, Text, toast } from "@medusajs/ui";
import { useState } from "react";

import type { KeptReview } from "../../../contract/review";
import { ask, messageOf } from "../../lib/ask";
import { CARD, CELL } from "../../lib/cards";
import { Pages, Read } from "../../lib/shown";
import { useAnswer } from "../../lib/use-answer";

const PAGE = 20;
const MOST_STARS = 5;

export default function ReviewsPage() {
  const [offset, setOffset] = useState(0);
  const answer = useAnswer("GET /admin/reviews", { query: { limit: PAGE, offset } });
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>买家评价 Reviews</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          隐藏须写明原因；评价保留，不再显示、不计分，照片不再公开，可恢复。Hiding needs a reason:
          the review is kept, but neither shown nor counted, and its photos are public no more.
        </Text>
      </div>
      <Read
        answer={answer}
        isEmpty={({ reviews }) => reviews.length === 0}
        empty="还没有评价 No reviews yet"
      >
        {({ reviews, count }) => (
          <>
            <List reviews={reviews} onChanged={answer.reload} />
            <Pages offset={offset} limit={PAGE} count={count} onTurn={setOffset} />
          </>
        )}
      </Read>
    </Container>
  );
}

interface ListProps {
  reviews: readonly KeptReview[];
  onChanged: () => void;
}

function List({ reviews, onChanged }: ListProps) {
  return (
    <div className="overflow-x-auto">
      <Table>
        <Table.Header className="max-md:hidden">
          <Table.Row>
            <Table.HeaderCell>时间 Written</Table.HeaderCell>
            <Table.HeaderCell>商品 Goods</Table.HeaderCell>
            <Table.HeaderCell>评价 Review</Table.HeaderCell>
            <Table.HeaderCell>显示 Shown</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {reviews.map((review) => (
            <Table.Row key={review.id} className={CARD}>
              <Table.Cell className={`${CELL} whitespace-nowrap`}>
                {new Date(review.written_at).toLocaleString("zh-CN")}
              </Table.Cell>
              <Table.Cell className={CELL}>
                {review.title}
                <Text size="small">{review.cooperative}</Text>
              </Table.Cell>
              <Table.Cell className={`${CELL} min-w-64`}>
                <Said review={review} />
              </Table.Cell>
              <Table.Cell className={`${CELL} min-w-56`}>
                <Hide
                  key={review.hidden ? "hidden" : "shown"}
                  review={review}
                  onChanged={onChanged}
                />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function Said({ review }: { review: KeptReview }) {
  const { stars, by, text, photos, answer } = review;
  return (
    <>
      <span role="img" aria-label={`${stars.toString()} / 5`}>
        {"★".repeat(stars)}
        {"☆".repeat(MOST_STARS - stars)}
      </span>{" "}
      {by ?? "匿名 Anonymous"}
      <Text size="small">{text}</Text>
      <span className="mt-1 flex flex-wrap gap-1">
        {photos.map((src, at) => (
          <img
            key={src}
            src={src}
            alt={`照片 Photo ${(at + 1).toString()}`}
            className="size-16 rounded object-cover"
          />
        ))}
      </span>
      {answer ? <Text size="small">合作社 Cooperative：{answer.text}</Text> : null}
    </>
  );
}

function Hide({ review, onChanged }: { review: KeptReview; onChanged: () => void }) {
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const { hidden } = review;
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        ask("POST /admin/reviews/:id/hiding", {
          params: { id: review.id },
          body: { hidden: hidden === null, reason: reason.trim() },
        })
          .then(onChanged, (error: unknown) => toast.error(messageOf(error)))
          .finally(() => {
            setBusy(false);
          });
      }}
    >
      {hidden ? <Badge color="orange">已隐藏 Hidden：{hidden.reason}</Badge> : null}
      <div className="flex gap-2">
        <Input
          size="small"
          aria-label="原因 Reason"
          placeholder="原因 Reason"
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <Button
          size="small"
          type="submit"
          variant={hidden ? "secondary" : "danger"}
          isLoading={busy}
          disabled={!reason.trim()}
        >
          {hidden ? "恢复 Show" : "隐藏 Hide"}
        </Button>
      </div>
    </form>
  );
}

export const config = defineRouteConfig({ label: "买家评价 Reviews", icon: StarSolid });
