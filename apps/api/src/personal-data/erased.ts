/** What is left where a name or an address must stand. */
export const ERASED = "—";
