/** Every address of the shop. */
import { index, layout, route, type RouteConfig } from "@react-router/dev/routes";

export default [
  index("routes/home.tsx"),
  route("goods", "routes/goods.tsx"),
  route("goods/:handle", "routes/good.tsx"),
  route("clearance", "routes/clearance.tsx"),
  route("cart", "routes/cart.tsx"),
  route("gift", "routes/gift.tsx"),
  route("checkout", "routes/checkout.tsx"),
  route("checkout/return", "routes/checkout-return.tsx"),
  route("orders/:id", "routes/order.tsx"),
  route("orders/:id/receipt.json", "routes/order-receipt.ts"),
  route("o/:id/:token", "routes/order-link.ts"),
  route("login", "routes/login.tsx"),
  route("register", "routes/register.tsx"),
  route("logout", "routes/logout.ts"),
  layout("routes/account.tsx", [
    route("account", "routes/account-orders.tsx"),
    route("account/addresses", "routes/account-addresses.tsx"),
    route("account/units", "routes/account-units.tsx"),
  ]),
  route("totals", "routes/totals.tsx"),
  route("ledger", "routes/ledger.tsx"),
  route("ledger/blocks.json", "routes/ledger-blocks.ts"),
  route("offline", "routes/offline.tsx"),
  route("areas", "routes/areas.ts"),
  route("preferences", "routes/preferences.ts"),
  route("static/*", "routes/pictures.ts"),
  route("health", "routes/health.ts"),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
