export { useAdmission } from "./use-admission.ts";
