/** Customers, and the payment methods that they keep. */
import { invalid, missing } from "./failure";
import { type Form, metadataOf } from "./form";
import { findMethod } from "./methods";
import { newId } from "./ids";
import type { Customer, House, Method, SetupIntent } from "./state";

const textOrNull = (value: string | Form | undefined): string | null =>
  typeof value === "string" ? value : null;

/** `POST /v1/customers` */
export function createCustomer(house: House, form: Form): Customer {
  const customer: Customer = {
    id: newId("cus"),
    object: "customer",
    email: textOrNull(form.email),
    name: textOrNull(form.name),
    phone: textOrNull(form.phone),
    metadata: metadataOf(form.metadata),
  };
  house.customers.set(customer.id, customer);
  return customer;
}

/** `GET /v1/customers/:id` */
export function findCustomer(house: House, id: string): Customer {
  const found = house.customers.get(id);
  if (!found) throw missing("customer", id);
  return found;
}

/** `POST /v1/customers/:id` */
export function updateCustomer(house: House, id: string, form: Form): Customer {
  const customer = findCustomer(house, id);
  customer.email = textOrNull(form.email) ?? customer.email;
  customer.name = textOrNull(form.name) ?? customer.name;
  customer.phone = textOrNull(form.phone) ?? customer.phone;
  return customer;
}

/** `DELETE /v1/customers/:id` */
export function deleteCustomer(house: House, id: string): object {
  findCustomer(house, id);
  house.customers.delete(id);
  for (const method of house.methods.values()) if (method.customer === id) method.customer = null;
  return { id, object: "customer", deleted: true };
}

/** `GET /v1/customers/:id/payment_methods` */
export function listMethods(house: House, id: string, form: Form): object {
  findCustomer(house, id);
  const data = [...house.methods.values()]
    .filter(({ customer, type }) => customer === id && type === (form.type ?? type))
    .reverse();
  return { object: "list", url: `/v1/customers/${id}/payment_methods`, has_more: false, data };
}

/** `POST /v1/payment_methods/:id/detach` */
export function detachMethod(house: House, id: string): Method {
  const method = findMethod(house, id);
  if (!method.customer) throw invalid("The payment method is not attached to a customer.");
  method.customer = null;
  return method;
}

/** `POST /v1/setup_intents` */
export function createSetup(house: House, form: Form): SetupIntent {
  const customer = textOrNull(form.customer);
  if (customer) findCustomer(house, customer);
  const given = textOrNull(form.payment_method);
  const method = given ? findMethod(house, given) : null;
  const id = newId("seti");
  const setup: SetupIntent = {
    id,
    object: "setup_intent",
    status: method ? "requires_confirmation" : "requires_payment_method",
    customer,
    payment_method: method?.id ?? null,
    usage: textOrNull(form.usage) ?? "off_session",
    client_secret: `${id}_secret_${newId("s").slice(2)}`,
  };
  if (method && form.confirm === "true") {
    setup.status = "succeeded";
    method.customer = customer;
  }
  house.setups.set(id, setup);
  return setup;
}
