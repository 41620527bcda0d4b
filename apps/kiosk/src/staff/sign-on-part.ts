import { staffMessages } from "./staff-messages.ts";

export { SignOnPage } from "./sign-on-page.tsx";
export const messages = [staffMessages];
