/** Filters that live in the address bar, so that a view can be reloaded, shared and gone back to. */
import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** Reads and changes filters of the address; an empty value leaves the address. */
export function useAddressState(): {
  get: (name: string) => string | undefined;
  page: number;
  change: (next: Readonly<Record<string, string | undefined>>, replace?: boolean) => void;
} {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (next: Readonly<Record<string, string | undefined>>, replace = false) => {
      setParams(
        (old) => {
          const changed = new URLSearchParams(old);
          // Another filter starts at its first page.
          if (!("page" in next)) changed.delete("page");
          for (const [name, value] of Object.entries(next)) {
            if (value) changed.set(name, value);
            else changed.delete(name);
          }
          return changed;
        },
        { replace },
      );
    },
    [setParams],
  );
  const get = useCallback((name: string) => params.get(name) ?? undefined, [params]);
  const page = Math.max(1, Math.trunc(Number(params.get("page") ?? 1)) || 1);
  return { get, page, change };
}
