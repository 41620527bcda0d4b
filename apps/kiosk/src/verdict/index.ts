export { useAdmission } from "./use-admission.ts";
export type { Heads } from "./stage.ts";
