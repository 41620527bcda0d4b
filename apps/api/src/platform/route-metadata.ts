/** Under which a controller's method names its route. */
export const ROUTE = "abwab:route";
