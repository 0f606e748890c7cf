/** Ways to pay, beside Medusa's own list of providers. */
import { waysToPay } from "../../../queries/payment/ways-to-pay";
import { door } from "../../_door";

export const GET = door("GET /store/payments", async () => waysToPay());
