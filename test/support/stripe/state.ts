/** Everything that the house knows. */
import { missing } from "./failure";
import type { Mail } from "./mail";

/** How somebody pays. */
export interface Method {
  id: string;
  object: "payment_method";
  type: string;
  customer: string | null;
  card?: {
    brand: string;
    last4: string;
    exp_month: number;
    exp_year: number;
    fingerprint: string;
  };
}

/** A wish to be paid, and where it stands. */
export interface Intent {
  id: string;
  object: "payment_intent";
  amount: number;
  amount_capturable: number;
  amount_received: number;
  currency: string;
  status:
    | "requires_payment_method"
    | "requires_confirmation"
    | "requires_action"
    | "processing"
    | "requires_capture"
    | "canceled"
    | "succeeded";
  client_secret: string;
  metadata: Record<string, string>;
  customer: string | null;
  payment_method: string | null;
  payment_method_types: string[];
  payment_method_options: Record<string, unknown>;
  capture_method: "automatic" | "manual";
  last_payment_error: object | null;
  next_action: object | null;
  created: number;
}

/** Money on its way back. */
export interface Refund {
  id: string;
  object: "refund";
  amount: number;
  currency: string;
  payment_intent: string;
  status: "succeeded" | "pending" | "failed";
  metadata: Record<string, string>;
  created: number;
}

/** A payment that its payer's bank disputes. */
export interface Dispute {
  id: string;
  object: "dispute";
  amount: number;
  balance_transactions: object[];
  charge: string;
  created: number;
  currency: string;
  enhanced_eligibility_types: string[];
  evidence: object;
  evidence_details: {
    due_by: number | null;
    enhanced_eligibility: object;
    has_evidence: boolean;
    past_due: boolean;
    submission_count: number;
  };
  is_charge_refundable: boolean;
  livemode: false;
  metadata: Record<string, string>;
  payment_intent: string;
  reason: string;
  status:
    | "warning_needs_response"
    | "warning_under_review"
    | "warning_closed"
    | "needs_response"
    | "under_review"
    | "won"
    | "lost";
}

/** Somebody who pays more than once. */
export interface Customer {
  id: string;
  object: "customer";
  email: string | null;
  name: string | null;
  phone: string | null;
  metadata: Record<string, string>;
}

/** A wish to keep a payment method. */
export interface SetupIntent {
  id: string;
  object: "setup_intent";
  status: "requires_payment_method" | "requires_confirmation" | "succeeded";
  customer: string | null;
  payment_method: string | null;
  usage: string;
  client_secret: string;
}

/** What a payer typed in, to be used once. */
export interface Token {
  id: string;
  object: "confirmation_token";
  method_id: string;
  used_by: string | null;
}

/** The house's books. */
export class House {
  readonly intents = new Map<string, Intent>();
  readonly refunds = new Map<string, Refund>();
  readonly disputes = new Map<string, Dispute>();
  readonly customers = new Map<string, Customer>();
  readonly methods = new Map<string, Method>();
  readonly setups = new Map<string, SetupIntent>();
  readonly tokens = new Map<string, Token>();
  /** Card numbers behind the methods: never told. */
  readonly numbers = new Map<string, string>();
  /** What the next refunds become, when it is not "succeeded". */
  refundsBecome: Refund["status"] = "succeeded";

  constructor(readonly mail: Mail) {}

  /** @throws Failure `resource_missing` */
  intent(id: string): Intent {
    const found = this.intents.get(id);
    if (!found) throw missing("payment_intent", id);
    return found;
  }

  /** Tells the shop how an intent stands. */
  tell(type: string, object: object): void {
    this.mail.send(type, structuredClone(object));
  }
}
