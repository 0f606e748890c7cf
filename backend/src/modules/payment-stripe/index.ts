/** Cards, Alipay and WeChat Pay through Stripe, in yuan. */
import { ModuleProvider, Modules } from "@medusajs/framework/utils";

import { StripePaymentProvider } from "./service";

/** The provider's name in the path of its webhook; its id in Medusa has `pp_` before it. */
export const STRIPE = "stripe_stripe";

export { judgeWebhook } from "./webhook";
export { chargebacksHeardSchema, missedSchema, refundsHeardSchema } from "./words";

export default ModuleProvider(Modules.PAYMENT, { services: [StripePaymentProvider] });
