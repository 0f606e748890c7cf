/** A read of a route by a page: loading, refused, or there. */
import { useCallback, useEffect, useState } from "react";
import { z } from "zod";

import type { Reply, RouteKey } from "../../contract/routes";
import { ask, messageOf, type Asked } from "./ask";

const askedSchema = z.object({
  params: z.record(z.string(), z.string()).optional(),
  query: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Where a read stands. */
export interface Answer<T> {
  /** The last answer; kept while a changed question is asked. */
  data: T | null;
  error: string | null;
  reload: () => void;
}

/** Asks whenever the question changes; null asks nothing. An answer that comes too late is dropped. */
export function useAnswer<K extends RouteKey>(
  key: K,
  asked: Omit<Asked, "body"> | null,
): Answer<Reply<K>> {
  const [data, setData] = useState<Reply<K> | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const question = asked === null ? null : JSON.stringify(asked);
  useEffect(() => {
    if (question === null) return undefined;
    let isWanted = true;
    ask(key, askedSchema.parse(JSON.parse(question))).then(
      (found) => {
        if (!isWanted) return;
        setData(found);
        setError(null);
      },
      (thrown: unknown) => {
        if (isWanted) setError(messageOf(thrown));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [key, question, turn]);
  const reload = useCallback(() => {
    setTurn((n) => n + 1);
  }, []);
  return { data, error, reload };
}
