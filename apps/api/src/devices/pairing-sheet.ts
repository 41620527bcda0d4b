import type { Device, DocumentLocale, Edition, Names } from "@abwab/contract";
import type { DocumentData } from "../documents/document-request.ts";
import { qrCode } from "../documents/qr-code.ts";
import { printedEdition } from "../printing/printed-edition.ts";
import { printedTime } from "../printing/printed-time.ts";
import type { Offer } from "./pairing-offer.ts";

interface PairingSheet {
  edition: Edition;
  offered: readonly { device: Device; offer: Offer }[];
  /** Names of checkpoints by their codes. */
  doors: ReadonlyMap<string, Names>;
  urlOf: (code: string) => string;
}

/** What a sheet of pairing codes shows, eight devices a page. */
export function pairingSheet({ edition, offered, doors, urlOf }: PairingSheet, locale: DocumentLocale): DocumentData {
  const words = texts[locale];
  const time = printedTime(locale, edition.timeZone);
  return {
    locale,
    words,
    edition: printedEdition(edition, locale, words.separator),
    devices: offered.map(({ device, offer }) => ({
      name: device.name,
      checkpoint: device.checkpoint,
      door: doors.get(device.checkpoint)?.[locale] ?? "",
      code: offer.code,
      until: time.moment(offer.expiresAt.getTime()),
      qr: qrCode(urlOf(offer.code)),
    })),
  };
}

const texts = {
  ar: {
    separator: "، ",
    title: "رموز إقران الأجهزة",
    how: "افتح كاميرا الجهاز على الرمز، أو افتح /kiosk/ واكتب الحروف. كل رمز يعمل مرة واحدة.",
    until: "صالح إلى",
    secret: "من يملك هذه الورقة يستطيع أن يعدّ: أتلفها بعد الإقران.",
    qr: "رمز QR للإقران",
  },
  fr: {
    separator: ", ",
    title: "Codes d’appairage",
    how: "Visez le code avec l’appareil, ou ouvrez /kiosk/ et saisissez les lettres. Chaque code sert une fois.",
    until: "Valable jusqu’au",
    secret: "Qui tient cette feuille peut compter\u00a0: détruisez-la après l’appairage.",
    qr: "Code QR d’appairage",
  },
  en: {
    separator: ", ",
    title: "Pairing codes",
    how: "Point the device’s camera at its code, or open /kiosk/ and type the letters. Each code works once.",
    until: "Good until",
    secret: "Whoever holds this sheet can count: destroy it once the devices are paired.",
    qr: "QR code for pairing",
  },
} as const satisfies Record<DocumentLocale, Record<string, string>>;
