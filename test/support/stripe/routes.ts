/** What the house answers: exactly what our provider and Medusa's part of it call, parameter by parameter. */
import { listDisputes } from "./disputes";
import type { Form } from "./form";
import { cancelIntent, captureIntent, confirmIntent, createIntent, updateIntent } from "./intents";
import { findMethod } from "./methods";
import {
  createCustomer,
  createSetup,
  deleteCustomer,
  detachMethod,
  findCustomer,
  listMethods,
  updateCustomer,
} from "./people";
import { createRefund, findRefund, listRefunds } from "./refunds";
import type { House } from "./state";

/** One route. */
export interface HouseRoute {
  method: string;
  path: RegExp;
  /** Parameters that it knows; any other is refused as Stripe does. */
  takes: readonly string[];
  run: (house: House, id: string, form: Form) => object;
}

const route = (key: string, takes: readonly string[], run: HouseRoute["run"]): HouseRoute => {
  const [method = "", template = ""] = key.split(" ");
  return {
    method,
    path: new RegExp(`^${template.replace(":id", "([A-Za-z0-9_]+)")}$`),
    takes,
    run,
  };
};

const person = ["email", "name", "phone", "address", "metadata"];

/** Every route of the shop's server. */
export const houseRoutes: readonly HouseRoute[] = [
  route(
    "POST /v1/payment_intents",
    [
      "amount",
      "currency",
      "metadata",
      "payment_method_types",
      "payment_method_options",
      "customer",
      "capture_method",
      "confirm",
      "payment_method",
      "return_url",
    ],
    (house, _, form) => createIntent(house, form),
  ),
  route("GET /v1/payment_intents/:id", ["expand"], (house, id) => house.intent(id)),
  route("POST /v1/payment_intents/:id", ["amount", "metadata"], updateIntent),
  route(
    "POST /v1/payment_intents/:id/confirm",
    ["confirmation_token", "payment_method", "return_url"],
    confirmIntent,
  ),
  route("POST /v1/payment_intents/:id/capture", ["amount_to_capture"], captureIntent),
  route("POST /v1/payment_intents/:id/cancel", [], cancelIntent),
  route("POST /v1/refunds", ["payment_intent", "amount", "metadata"], (house, _, form) =>
    createRefund(house, form),
  ),
  route("GET /v1/refunds", ["payment_intent", "limit", "starting_after"], (house, _, form) =>
    listRefunds(house, form),
  ),
  route("GET /v1/refunds/:id", [], findRefund),
  route("GET /v1/disputes", ["payment_intent", "limit", "starting_after"], (house, _, form) =>
    listDisputes(house, form),
  ),
  route("POST /v1/customers", person, (house, _, form) => createCustomer(house, form)),
  route("GET /v1/customers/:id", [], findCustomer),
  route("POST /v1/customers/:id", person, updateCustomer),
  route("DELETE /v1/customers/:id", [], deleteCustomer),
  route("GET /v1/customers/:id/payment_methods", ["limit", "type"], listMethods),
  route(
    "POST /v1/setup_intents",
    ["customer", "payment_method", "usage", "confirm"],
    (house, _, form) => createSetup(house, form),
  ),
  route("GET /v1/payment_methods/:id", [], findMethod),
  route("POST /v1/payment_methods/:id/detach", [], detachMethod),
  route(
    "GET /v1/events",
    ["delivery_success", "created", "limit", "starting_after"],
    (house, _, form) => house.mail.list(form),
  ),
];
