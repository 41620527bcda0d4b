import { verdictMessages } from "@abwab/ui";
import { admissionMessages } from "./admission-messages.ts";

export { AdmissionLayer } from "./admission-layer.tsx";
/** The texts of the layer, which come with it and not with the first screen. */
export const messages = [verdictMessages, admissionMessages];
