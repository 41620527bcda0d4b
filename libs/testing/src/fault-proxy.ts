import { once } from "node:events";
import net from "node:net";
import { type NetworkFaults, noFaults } from "./network-faults.ts";
import { RelayedConnection } from "./relayed-connection.ts";

/** Stands between two ends of a connection, so that a test can harm the network between them and mend it again. */
export interface FaultProxy extends AsyncDisposable {
  /** The target's address with the proxy's in its place. */
  readonly url: string;
  readonly faults: NetworkFaults;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  /** Breaks every connection; new ones are taken. */
  cutOnce(): void;
  /** The connections open now go silent for good, as after a firewall forgot them; new ones are sound. */
  silence(): void;
  /** Ends a cut and every other fault; connections that lost bytes break. */
  restore(): Promise<void>;
}

/** @param target any URL with a host and a port: a service's address, or a database's connection string */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const faults = noFaults();
  const connections = new Set<RelayedConnection>();
  const connect = (): net.Socket => net.connect({ port: Number(port), host: hostname, noDelay: true });
  const server = net.createServer({ noDelay: true }, (client) => {
    const connection = new RelayedConnection(client, connect(), faults.isDoubling ? connect() : undefined, faults);
    connections.add(connection);
    void connection.ended.then(() => connections.delete(connection));
  });
  const listen = async (at: number): Promise<number> => {
    server.listen({ port: at, host: "127.0.0.1", backlog: 16_384 });
    await once(server, "listening");
    return (server.address() as net.AddressInfo).port;
  };
  const own = await listen(0);
  const url = new URL(target);
  url.host = `127.0.0.1:${own}`;
  const cutOnce = (): void => {
    for (const connection of connections) connection.cut();
  };
  const cut = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    cutOnce();
    await closed;
  };
  return {
    url: url.href.replace(/\/$/, ""),
    faults,
    cut,
    cutOnce,
    silence: () => {
      for (const connection of connections) connection.isSilent = true;
    },
    restore: async () => {
      Object.assign(faults, noFaults());
      for (const connection of connections) if (connection.isTorn) connection.cut();
      if (!server.listening) await listen(own);
    },
    [Symbol.asyncDispose]: cut,
  };
}
