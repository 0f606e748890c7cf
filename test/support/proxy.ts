/**
 * A line between the backend and PostgreSQL that a test can cut: at once, or at the worst moment, when a
 * commit has been done and its answer is on the way.
 */
import { createServer, type Socket, connect } from "node:net";

/** A line that can be cut. */
export interface Line {
  port: number;
  /** Cuts each connection that next commits, between the commit and its answer; so many in all. */
  cutAfterCommits: (count: number) => void;
  /** How many answers were cut off so far. */
  cut: () => number;
  close: () => Promise<void>;
}

/** The server's word for a commit that is done: the message CommandComplete with its tag. */
const COMMITTED = Buffer.from("COMMIT\0");

/** Opens a line to a port of this machine. */
export async function openLine(target: number): Promise<Line> {
  const open = new Set<Socket>();
  let wanted = 0;
  let cut = 0;
  const server = createServer((client) => {
    const upstream = connect({ port: target, host: "localhost" });
    const end = (): void => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
    };
    open.add(client);
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    for (const socket of [client, upstream]) {
      socket.on("error", end);
      socket.on("close", end);
    }
    client.on("data", (chunk) => upstream.write(chunk));
    upstream.on("data", (chunk: Buffer) => {
      if (wanted > 0 && chunk.includes(COMMITTED)) {
        wanted -= 1;
        cut += 1;
        end();
        return;
      }
      client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: "localhost" }, resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cutAfterCommits: (count) => {
      wanted = count;
    },
    cut: () => cut,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
