/** An SMS gateway that sends nothing: it keeps what it was asked to send, and can be told to be down. */
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";

const messageSchema = z.object({ id: z.string(), to: z.string(), text: z.string() });

/** A gateway. */
export interface SmsDouble {
  url: string;
  token: string;
  sent: z.infer<typeof messageSchema>[];
  /** Answers 503 while it is true. */
  isDown: boolean;
  close: () => Promise<void>;
}

/** Opens a gateway on a free port. */
export async function openSmsDouble(): Promise<SmsDouble> {
  const token = "test-sms-token";
  const double: SmsDouble = { url: "", token, sent: [], isDown: false, close: async () => {} };
  const server = createServer((req, res) => {
    void text(req).then((body) => {
      const isKnown = req.headers.authorization === `Bearer ${token}`;
      const status = isKnown ? (double.isDown ? 503 : 202) : 401;
      if (status === 202) double.sent.push(messageSchema.parse(JSON.parse(body)));
      res.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  double.url = `http://127.0.0.1:${String(address.port)}/send`;
  double.close = () =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  return double;
}
