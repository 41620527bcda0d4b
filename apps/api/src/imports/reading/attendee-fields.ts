import type { ImportField } from "@abwab/contract";
import { foldTitle } from "./title-fields.ts";

/**
 * Titles by which one ticket is told from another, the surest first: in the exports of pretix (its order code with the
 * number of the position), Eventbrite ("Attendee #", "Barcode #", "Order #") and Indico ("ID"), and as people write them.
 * The secret of a ticket is none: it stays with its owner.
 */
const REFERENCES: readonly (readonly string[])[] = [
  [
    "order code, order, code de commande, commande, bestellnummer",
    "position id, position, position number, id de position",
  ],
  ["attendee, attendee no, attendee number, attendee id, participant no, no participant"],
  ["ticket id, ticket code, ticket number, ticket no, numero de billet, no de billet, رقم التذكرة, رقم البطاقة"],
  ["barcode, barcode no, code barres, code a barres"],
  ["reference, ref, المرجع, مرجع"],
  ["id, registration id, friendly id, identifiant, رقم التسجيل"],
  ["order code, order, order no, order number, order id, numero de commande, code de commande, commande, رقم الطلب"],
];

const OTHERS: readonly (readonly [ImportField, string])[] = [
  [
    "category",
    "ticket type, product, item, ticket, ticket name, registration type, category, type de billet, produit, billet, " +
      "categorie, type, نوع التذكرة, التذكرة, الفئة, فئة",
  ],
  [
    "status",
    "attendee status, order status, registration state, state, status, payment status, statut, etat, الحالة, حالة الطلب",
  ],
  ["validFrom", "valid from, start date, event start date, valable des, valable a partir de, date de debut, صالح من"],
  ["validUntil", "valid until, end date, event end date, valable jusqu a, date de fin, صالح إلى"],
  [
    "ignore",
    "order date, order time, first name, last name, name, attendee name, email, e mail, email address, quantity, price, " +
      "phone number, company, event name, buyer name, registration date, checked in, affiliation, nom, prenom, secret, " +
      "ticket secret, pseudonymization id, الاسم, البريد الإلكتروني",
  ],
];

const read = (list: string): string[] => list.split(", ").map(foldTitle);
const references = REFERENCES.map((parts) => parts.map((part) => new Set(read(part))));
const others = new Map(
  OTHERS.flatMap(([field, list]) => read(list).map((title): [string, ImportField] => [title, field])),
);
const parts = new Set(references.flat().flatMap((titles) => [...titles]));

/** What a column of a list of attendees holds; undefined for a title that none of them has. */
export function fieldOfAttendeeTitle(title: string): ImportField | undefined {
  const folded = foldTitle(title);
  return others.get(folded) ?? (parts.has(folded) ? "reference" : undefined);
}

/** What each column holds: of what could be a reference, the surest, and of each other field the first. */
export function guessAttendeeFields(titles: readonly string[]): ImportField[] {
  const folded = titles.map(foldTitle);
  const wanted = references.find((list) => list.every((one) => folded.some((title) => one.has(title)))) ?? [];
  const columns = new Set(wanted.map((one) => folded.findIndex((title) => one.has(title))));
  const given = new Set<ImportField>();
  return folded.map((title, column) => {
    if (columns.has(column)) return "reference";
    const field = others.get(title);
    if (field === undefined || given.has(field)) return "ignore";
    given.add(field);
    return field;
  });
}
