import { allRoutes } from "@abwab/contract";

const known = allRoutes.map(([, { path, method }]) => ({
  address: new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`),
  methods: method === "GET" ? ["GET", "HEAD"] : [method],
}));

/** The methods that the contract has for an address; none for an address it does not know. */
export function allowedMethods(address: string): string[] {
  return [...new Set(known.filter((route) => route.address.test(address)).flatMap((route) => route.methods))];
}
