/** Global set-up of the browser stories: database, the three servers, and where they are. */
import { prepareDatabases } from "./postgres";
import { api } from "./api";
import { openStripeDouble, STRIPE_KEYS } from "./stripe/server";
import { switchStripeOn } from "./stripe/switch-on";
import { openTrio } from "./trio";

/** Starts everything; what it returns stops everything. */
export default async function setUp(): Promise<() => Promise<void>> {
  const stopServer = await prepareDatabases();
  const stripe = await openStripeDouble();
  Object.assign(process.env, STRIPE_KEYS, { STRIPE_HOST: stripe.url });
  const trio = await openTrio();
  const url = `${trio.urls.backend}/hooks/payment/stripe_stripe`;
  stripe.mail.address = { url, secret: STRIPE_KEYS.STRIPE_WEBHOOK_SECRET };
  await switchStripeOn(api(trio.urls.backend));
  process.env["YIGOU_STORY"] = JSON.stringify({
    stripe: stripe.url,
    urls: trio.urls,
    database_url: trio.database.url,
    superuser_url: trio.database.superuserUrl,
  });
  return async () => {
    await trio.close();
    await stripe.close();
    await stopServer();
  };
}
