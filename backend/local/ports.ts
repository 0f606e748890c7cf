/** Ports: who has them, and which one is free. */
import { createServer } from "node:net";
import { codeOf, Trouble } from "./trouble";

/** Whether a port can be listened on, with what stands against it. */
function tryListen(port: number, host?: string): Promise<{ port: number; refusal?: string }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve({ port, refusal: codeOf(error) ?? error.message }));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve({ port: got }));
    });
  });
}

/**
 * Refuses to go on when a port is in use.
 *
 * @param ports each port under the name of the variable that sets it
 * @throws Trouble that names the port and the variable
 */
export async function requirePorts(ports: Record<string, number>): Promise<void> {
  const entries = Object.entries(ports);
  for (const [name, port] of entries) {
    const twin = entries.find(([other, same]) => other !== name && same === port);
    if (twin) throw new Trouble(`${name} and ${twin[0]} both name port ${port}.`);
    const { refusal } = await tryListen(port);
    if (refusal === "EADDRINUSE") {
      throw new Trouble(`Port ${port} is taken: free it, or set ${name} to another port.`);
    }
    if (refusal === "EACCES") {
      throw new Trouble(`Port ${port} is not allowed to this user: set ${name} above 1023.`);
    }
    if (refusal) throw new Trouble(`Port ${port} (${name}) cannot be used: ${refusal}.`);
  }
}

/** A port that nobody listens on, the wished one when it is free. */
export async function freePort(wished = 0): Promise<number> {
  const first = await tryListen(wished, "localhost");
  if (!first.refusal) return first.port;
  return (await tryListen(0, "localhost")).port;
}
