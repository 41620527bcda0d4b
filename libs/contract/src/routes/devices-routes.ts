import * as devices from "../devices.ts";
import { page, pageQuery } from "../primitives.ts";
import { access, route } from "../route.ts";
import { EDITION, V1 } from "./paths.ts";

/** Devices and their pairing. */
export const devicesRoutes = {
  listDevices: route({
    method: "GET",
    path: `${EDITION}/devices`,
    summary: "List devices",
    tag: "devices",
    access: access.viewer,
    query: pageQuery,
    status: 200,
    response: page(devices.device),
  }),
  createDevice: route({
    method: "POST",
    path: `${EDITION}/devices`,
    summary: "Add a device; answers its pairing code",
    tag: "devices",
    access: access.organiser,
    body: devices.newDevice,
    status: 201,
    response: devices.pairing,
  }),
  changeDevice: route({
    method: "PATCH",
    path: `${EDITION}/devices/:id`,
    summary: "Rename a device or bind it to another checkpoint",
    tag: "devices",
    access: access.organiser,
    body: devices.devicePatch,
    status: 200,
    response: devices.device,
  }),
  pair: route({
    method: "POST",
    path: `${V1}/devices/pair`,
    summary: "Exchange a pairing code for a device token, once",
    tag: "devices",
    access: access.anyone,
    body: devices.pairRequest,
    status: 200,
    response: devices.pairResponse,
    problems: ["pairing_code_unknown", "pairing_code_used", "too_many_attempts"],
  }),
  renewPairingCode: route({
    method: "POST",
    path: `${V1}/devices/:id/pairing-code`,
    summary: "A new pairing code for a device",
    tag: "devices",
    access: access.organiser,
    status: 201,
    response: devices.pairing,
  }),
  revokeDevice: route({
    method: "POST",
    path: `${V1}/devices/:id/revoke`,
    summary: "Revoke a device; its token and socket end at once",
    tag: "devices",
    access: access.organiser,
    status: 204,
  }),
  deviceConfiguration: route({
    method: "GET",
    path: `${V1}/device/configuration`,
    summary: "All a kiosk needs to work offline, with an ETag",
    tag: "devices",
    access: access.device,
    status: 200,
    response: devices.deviceConfiguration,
  }),
  rollDeviceToken: route({
    method: "POST",
    path: `${V1}/device/token`,
    summary: "A new token for the calling device; the present one ends when the new one is first used",
    tag: "devices",
    access: access.device,
    status: 201,
    response: devices.rolledToken,
  }),
};
