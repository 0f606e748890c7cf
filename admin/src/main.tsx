/** Starts the panel. */
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";

import { startWords } from "./i18n";
import { queryClient } from "./lib/data";
import { router } from "./routes";
import "./ui/base.css";
import "./ui/print.css";
import "./ui/proof.css";
import "./ui/statement.css";
import { Themed } from "./ui/theme";
import { tokenSheet } from "./ui/tokens";

const tokens = new CSSStyleSheet();
tokens.replaceSync(tokenSheet());
document.adoptedStyleSheets = [tokens];

await startWords();

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Themed>
        <RouterProvider router={router} />
      </Themed>
    </QueryClientProvider>
  </StrictMode>,
);
