import type { Client } from "@abwab/api-client";
import { type Route, routes } from "@abwab/contract";
import { createEdition } from "./test-edition.ts";
import { putOrganisations } from "./test-organisations.ts";

/** Something that two people edit at once. */
export interface EditedThing {
  read: Route;
  change: Route;
  params: Record<string, string>;
  /** Two changes of different people. */
  first: object;
  second: object;
}

/** Where they are made: an edition of their own, with an organisation. */
export interface Desk {
  administrator: Client;
  slug: string;
  params: { slug: string };
  organisationId: string;
}

export async function openDesk(
  administrator: Client,
  { url, database }: { url: string; database: { url: string } },
): Promise<Desk> {
  const { slug } = await createEdition(administrator, url, {
    days: [{ date: tomorrow(), opensAt: "00:00", closesAt: "00:00" }],
  });
  const [organisationId = ""] = await putOrganisations(database, slug, [{ name: "مدرسة" }]);
  return { administrator, slug, params: { slug }, organisationId };
}

const names = { ar: "أ", fr: "f", en: "e" };
const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** One of each that a PATCH route changes, by the name of its route. */
export const editedThings: Record<string, (desk: Desk) => Promise<EditedThing> | EditedThing> = {
  changeEdition: ({ params }) => ({
    read: routes.getEdition,
    change: routes.changeEdition,
    params,
    first: { city: "Safi" },
    second: { venue: "Hall" },
  }),
  changeZone: ({ params }) => ({
    read: routes.getZone,
    change: routes.changeZone,
    params: { ...params, code: "P01" },
    first: { capacity: 90 },
    second: { areaM2: 70 },
  }),
  changeCheckpoint: ({ params }) => ({
    read: routes.getCheckpoint,
    change: routes.changeCheckpoint,
    params: { ...params, code: "G1" },
    first: { directions: ["in"] },
    second: { names },
  }),
  changeOrganisation: ({ params, organisationId }) => ({
    read: routes.getOrganisation,
    change: routes.changeOrganisation,
    params: { ...params, id: organisationId },
    first: { city: "Safi" },
    second: { expectedPupils: 30 },
  }),
  changeReportSchedule: async ({ administrator, params }) => {
    const { id } = await administrator.call(routes.createReportSchedule, {
      params,
      body: { name: "Evening", reports: ["day"], locales: ["en"], moment: "closing", webhooks: true },
    });
    return {
      read: routes.getReportSchedule,
      change: routes.changeReportSchedule,
      params: { ...params, id },
      first: { offsetMinutes: 10 },
      second: { active: false },
    };
  },
  changePerson: async ({ administrator }) => {
    const body = { email: `${crypto.randomUUID()}@example.org`, name: "Samira", role: "viewer" as const };
    const { id } = await administrator.call(routes.createPerson, { body });
    return {
      read: routes.getPerson,
      change: routes.changePerson,
      params: { id },
      first: { name: "Samira A." },
      second: { role: "supervisor" },
    };
  },
  changeDevice: async ({ administrator, params }) => {
    const { device } = await administrator.call(routes.createDevice, {
      params,
      body: { name: "Kiosk", checkpoint: "G1" },
    });
    return {
      read: routes.getDevice,
      change: routes.changeDevice,
      params: { ...params, id: device.id },
      first: { name: "Kiosk 1" },
      second: { checkpoint: "G2" },
    };
  },
  changeOperator: async ({ administrator, params }) => {
    await administrator.call(routes.createOperator, { params, body: { code: "A1", name: "Ali" } });
    return {
      read: routes.getOperator,
      change: routes.changeOperator,
      params: { ...params, code: "A1" },
      first: { name: "Ali B." },
      second: { active: false },
    };
  },
  changeSlot: async ({ administrator, params }) => {
    const body = { zone: "SITE", days: [tomorrow()], from: "09:00", to: "10:00", minutes: 60, capacity: 100 };
    const { items } = await administrator.call(routes.createSlots, { params, body });
    return {
      read: routes.getSlot,
      change: routes.changeSlot,
      params: { ...params, id: items[0]?.id ?? "" },
      first: { capacity: 120 },
      second: { capacity: 140 },
    };
  },
  changeVisit: async ({ administrator, params, organisationId }) => {
    const body = { organisationId, slotId: null, pupils: 30, adults: 3 };
    const { id } = await administrator.call(routes.bookVisit, { params, body });
    return {
      read: routes.getVisit,
      change: routes.changeVisit,
      params: { ...params, id },
      first: { pupils: 40 },
      second: { adults: 4 },
    };
  },
  changeAccreditation: async (desk) => {
    const { administrator, params } = desk;
    const { id } = await administrator.call(routes.accredit, {
      params,
      body: { organisationId: await outlet(desk), holder: "Samira" },
    });
    return {
      read: routes.getAccreditation,
      change: routes.changeAccreditation,
      params: { ...params, id },
      first: { holder: "Samira A." },
      second: { duty: "Camera" },
    };
  },
  changeMediaActivity: async (desk) => {
    const { administrator, params } = desk;
    const { id } = await administrator.call(routes.logMediaActivity, {
      params,
      body: { organisationId: await outlet(desk), what: "An interview", at: "2025-05-17T10:00:00.000Z" },
    });
    return {
      read: routes.getMediaActivity,
      change: routes.changeMediaActivity,
      params: { ...params, id },
      first: { what: "A broadcast" },
      second: { where: "Gate 1" },
    };
  },
  changeProgrammeItem: async ({ administrator, params }) => {
    const hours = { startsAt: `${tomorrow()}T10:00:00Z`, endsAt: `${tomorrow()}T11:00:00Z` };
    const { id } = await administrator.call(routes.createProgrammeItem, {
      params,
      body: { kind: "seminar", names, zone: "ARENA", ...hours },
    });
    return {
      read: routes.getProgrammeItem,
      change: routes.changeProgrammeItem,
      params: { ...params, id },
      first: { expected: 90 },
      second: { kind: "show" },
    };
  },
  changeReachFigure: async ({ administrator, params }) => {
    const body = { channel: "YouTube", value: 10, source: "its page", at: "2025-05-21T20:00:00.000Z" };
    const { id } = await administrator.call(routes.createReachFigure, { params, body });
    return {
      read: routes.getReachFigure,
      change: routes.changeReachFigure,
      params: { ...params, id },
      first: { value: 12 },
      second: { source: "the press" },
    };
  },
  changeAlertRule: async ({ administrator, params }) => {
    const body = { kind: "occupancy", threshold: 0.9 } as const;
    const { id } = await administrator.call(routes.createAlertRule, { params, body });
    return {
      read: routes.getAlertRule,
      change: routes.changeAlertRule,
      params: { ...params, id },
      first: { threshold: 0.8 },
      second: { quietMinutes: 30 },
    };
  },
  changeWebhook: async ({ administrator, params }) => {
    const body = { name: "Pager", url: "https://example.org/hook" };
    const { webhook } = await administrator.call(routes.createWebhook, { params, body });
    return {
      read: routes.getWebhook,
      change: routes.changeWebhook,
      params: { ...params, id: webhook.id },
      first: { name: "Control room" },
      second: { severity: "critical" },
    };
  },
  changeBroadcast: async ({ administrator, params }) => {
    const { id } = await administrator.call(routes.sendBroadcast, { params, body: { texts: { en: "Welcome" } } });
    return {
      read: routes.getBroadcast,
      change: routes.changeBroadcast,
      params: { ...params, id },
      first: { texts: { en: "Good evening" } },
      second: { level: "warning" },
    };
  },
};

async function outlet({ administrator, params }: Desk): Promise<string> {
  const body = { type: "media" as const, nameFr: "Une chaîne" };
  return (await administrator.call(routes.createOrganisation, { params, body })).id;
}
