/** Who carries a message: anybody who takes a signed HTTP request. */

/** A text for a phone. */
export interface SmsText {
  /** Names the message, so that a provider sends it once however often it is asked. */
  id: string;
  to: string;
  text: string;
}

/** Carries messages. */
export interface SmsProvider {
  /** @throws Error when the provider has not taken the message */
  send: (message: SmsText) => Promise<void>;
}

const TIMEOUT_MS = 8_000;

/**
 * A provider behind an HTTP address: `POST` of `{id, to, text}` as JSON with a bearer token; any answer of
 * 2xx means that the message was taken.
 *
 * @param url address of the gateway
 * @param token bearer token; none is sent when it is empty
 */
export function httpProvider(url: string, token: string): SmsProvider {
  return {
    async send(message) {
      const reply = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "idempotency-key": message.id,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await reply.body?.cancel();
      if (!reply.ok) throw new Error(`the SMS gateway answered ${String(reply.status)}`);
    },
  };
}
