import { redirect } from "react-router";

import type { Route } from "./+types/lots";
import { CodeForm } from "../features/story/lot-parts";
import { useStoryWords } from "../features/story/parts";
import { storyWords } from "../i18n/story-words";
import { langOf, pageMeta } from "../lib/meta";
import { still } from "../lib/still";
import { Page } from "../ui/page";

export const handle = still;

export const meta: Route.MetaFunction = ({ matches }) => {
  const w = storyWords[langOf(matches)];
  return pageMeta(matches, () => ({ title: w.trace, description: w.trace_lead }));
};

/** A code that was typed in leads to its lot. */
export function loader({ request }: Route.LoaderArgs) {
  const code = new URL(request.url).searchParams.get("code")?.replace(/[^0-9A-Za-z]/g, "");
  if (code) return redirect(`/lots/${code.toUpperCase().slice(0, 40)}`);
  return null;
}

export default function Lots() {
  const w = useStoryWords();
  return (
    <Page title={w.trace} lead={w.trace_lead} narrow>
      <CodeForm title={w.code} />
    </Page>
  );
}
