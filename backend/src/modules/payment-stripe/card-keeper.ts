/** The part of the provider that keeps buyers' cards: Medusa's own, narrowed to cards of whoever asks. */
import type {
  CreateAccountHolderInput,
  CreateAccountHolderOutput,
  DeletePaymentMethodInput,
  DeletePaymentMethodOutput,
  ListPaymentMethodsInput,
  ListPaymentMethodsOutput,
} from "@medusajs/framework/types";
import StripeProviderService from "@medusajs/payment-stripe/dist/services/stripe-provider";

import { refuse } from "../../refuse";
import { cardsOf, holderIn, openHolder, removeCard } from "./saved-cards";

/** Holders and their cards. */
export class StripeCardKeeper extends StripeProviderService {
  override async createAccountHolder({
    context,
  }: CreateAccountHolderInput): Promise<CreateAccountHolderOutput> {
    // NOTE: Medusa's own provider sends name, mail and address; a card needs none of them.
    const id = holderIn(context) ?? (await openHolder(this.stripe_, context.customer.id));
    return { id, data: { id } };
  }

  override async listPaymentMethods({
    context,
  }: ListPaymentMethodsInput): Promise<ListPaymentMethodsOutput> {
    const holder = holderIn(context);
    const cards = holder === null ? [] : await cardsOf(this.stripe_, holder);
    return cards.map((card) => ({ id: card.id, data: { ...card } }));
  }

  override async deletePaymentMethod({
    context,
    data,
  }: DeletePaymentMethodInput): Promise<DeletePaymentMethodOutput> {
    const holder = holderIn(context);
    if (holder === null) throw refuse("not_found");
    await removeCard(this.stripe_, holder, data.id);
    return {};
  }
}
