/**
 * The payment houses themselves, behind Medusa's payment module.
 *
 * NOTE: the module's own methods write a session and a payment in two dozen statements around one call of the house.
 * The purchase that writes its own rows needs that one call, by the names that the module uses within; and it shows no
 * way to remove a card.
 */
import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CreateAccountHolderInput,
  CreateAccountHolderOutput,
  DeletePaymentMethodInput,
  DeletePaymentMethodOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  MedusaContainer,
} from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

/** What a purchase asks of a house. */
export interface PaymentHouses {
  createSession: (
    provider_id: string,
    input: InitiatePaymentInput,
  ) => Promise<InitiatePaymentOutput>;
  authorizePayment: (
    provider_id: string,
    input: AuthorizePaymentInput,
  ) => Promise<AuthorizePaymentOutput>;
  createAccountHolder: (
    provider_id: string,
    input: CreateAccountHolderInput,
  ) => Promise<CreateAccountHolderOutput>;
  deletePaymentMethod: (
    provider_id: string,
    input: DeletePaymentMethodInput,
  ) => Promise<DeletePaymentMethodOutput>;
}

/** @throws Error when the payment module of another version keeps its houses elsewhere */
export function paymentHouses(container: MedusaContainer): PaymentHouses {
  const payments: object = container.resolve(Modules.PAYMENT);
  const houses = "paymentProviderService_" in payments ? payments.paymentProviderService_ : null;
  if (!areHouses(houses)) throw new Error("the payment module does not show its houses");
  return houses;
}

const asked = [
  "createSession",
  "authorizePayment",
  "createAccountHolder",
  "deletePaymentMethod",
] as const satisfies (keyof PaymentHouses)[];

function areHouses(houses: unknown): houses is PaymentHouses {
  if (typeof houses !== "object" || houses === null) return false;
  return asked.every((name) => name in houses && typeof Reflect.get(houses, name) === "function");
}
