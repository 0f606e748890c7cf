import { redirect } from "react-router";
import { z } from "zod";

import type { Route } from "./+types/preferences";
import { safePath } from "../lib/page.server";
import { keepLook, readLook } from "../lib/session.server";

const wishSchema = z.object({
  lang: z.enum(["zh", "en"]).optional().catch(undefined),
  theme: z.enum(["auto", "light", "dark"]).optional().catch(undefined),
  text: z.enum(["normal", "large"]).optional().catch(undefined),
});

/** Keeps how the visitor wants the shop to look and speak. */
export async function action({ request }: Route.ActionArgs) {
  const form = Object.fromEntries(await request.formData());
  const look = await readLook(request);
  const { lang = look.lang, theme = look.theme, text = look.text } = wishSchema.parse(form);
  return redirect(safePath(form.return_to), {
    headers: { "set-cookie": await keepLook({ lang, theme, text }) },
  });
}

export function loader() {
  return redirect("/");
}
