/** Every address of the panel; each page is a chunk of its own. */
import { Navigate, createBrowserRouter } from "react-router";

import { useSession } from "../lib/session";

import { Astray } from "./astray";

/** The router. */
export const router = createBrowserRouter([
  {
    errorElement: <Astray />,
    HydrateFallback: () => null,
    children: [
      { index: true, element: <Home /> },
      { path: "login", lazy: () => import("./login") },
      { path: "apply", lazy: () => import("./apply") },
      {
        path: "official",
        lazy: () => import("./official/layout"),
        children: [
          { index: true, lazy: () => import("./official/desk") },
          { path: "households/:id", lazy: () => import("./official/household") },
          { path: "households/:id/years", lazy: () => import("./official/verified-income") },
          { path: "households/:id/passbook", lazy: () => import("./official/passbook") },
          { path: "lots", lazy: () => import("./official/lots") },
          { path: "disputes", lazy: () => import("./official/disputes") },
          { path: "income", lazy: () => import("./official/income") },
          { path: "periods", lazy: () => import("./official/periods") },
          { path: "periods/:month", lazy: () => import("./official/period") },
          { path: "cooperatives", lazy: () => import("./official/cooperatives") },
          { path: "settlements", lazy: () => import("./official/settlements") },
          { path: "settlements/:id", lazy: () => import("./official/settlement") },
          { path: "flow", lazy: () => import("./official/flow") },
          { path: "flow/postings", lazy: () => import("./official/postings") },
          { path: "transactions/:seq", lazy: () => import("./official/evidence") },
          {
            path: "statements/household/:id",
            lazy: () => import("./official/household-statement"),
          },
          {
            path: "statements/cooperative/:id",
            lazy: () => import("./official/cooperative-statement"),
          },
          { path: "statements/order/:id", lazy: () => import("./official/order-statement") },
        ],
      },
      {
        path: "cooperative",
        lazy: () => import("./cooperative/layout"),
        children: [
          { index: true, lazy: () => import("./cooperative/overview") },
          { path: "products", lazy: () => import("./cooperative/products") },
          { path: "products/new", lazy: () => import("./cooperative/new-product") },
          { path: "products/:id", lazy: () => import("./cooperative/product") },
          { path: "adoptions", lazy: () => import("./cooperative/adoptions") },
          { path: "clearances", lazy: () => import("./cooperative/clearances") },
          { path: "complaints", lazy: () => import("./cooperative/complaints") },
          { path: "reviews", lazy: () => import("./cooperative/reviews") },
          { path: "lots", lazy: () => import("./cooperative/lots") },
          { path: "orders", lazy: () => import("./cooperative/orders") },
          { path: "orders/:id", lazy: () => import("./cooperative/order") },
          { path: "entries", lazy: () => import("./cooperative/entries") },
          { path: "contracts", lazy: () => import("./cooperative/contracts") },
          { path: "payables", lazy: () => import("./cooperative/payables") },
          { path: "settlements", lazy: () => import("./cooperative/settlements") },
          { path: "settlements/new", lazy: () => import("./cooperative/new-settlement") },
          { path: "settlements/:id", lazy: () => import("./cooperative/settlement") },
          { path: "bank", lazy: () => import("./cooperative/bank") },
          { path: "members", lazy: () => import("./cooperative/members") },
          { path: "statement", lazy: () => import("./cooperative/statement") },
          { path: "statements/order/:id", lazy: () => import("./cooperative/order-statement") },
        ],
      },
      { path: "*", element: <Astray /> },
    ],
  },
]);

/** Sends a login to its own desk. */
function Home() {
  const session = useSession();
  return <Navigate to={session ? `/${session.actor}` : "/login"} replace />;
}
