/** The browser's tab. */
import { useEffect } from "react";

/** Names the tab while a page is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
