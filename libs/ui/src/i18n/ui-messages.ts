import { defineMessages } from "./messages.ts";

export const uiMessages = defineMessages("ui", {
  ar: {
    product: "أبواب",
    language: "اللغة",
    statusOpen: "مفتوح",
    statusHold: "متوقف مؤقتاً",
    statusClosed: "مغلق",
    connectionLive: "مباشر",
    connectionConnecting: "جارٍ الاتصال",
    connectionLost: "انقطع الاتصال",
    qrCode: "رمز QR: {{text}}",
  },
  fr: {
    product: "Abwab",
    language: "Langue",
    statusOpen: "Ouvert",
    statusHold: "En pause",
    statusClosed: "Fermé",
    connectionLive: "En direct",
    connectionConnecting: "Connexion…",
    connectionLost: "Connexion perdue",
    qrCode: "Code QR : {{text}}",
  },
  en: {
    product: "Abwab",
    language: "Language",
    statusOpen: "Open",
    statusHold: "On hold",
    statusClosed: "Closed",
    connectionLive: "Live",
    connectionConnecting: "Connecting…",
    connectionLost: "Connection lost",
    qrCode: "QR code: {{text}}",
  },
});
