/** `good`, or what to do; `unknown` while it is being found out or where the browser does not tell. */
export type CheckState = "good" | "todo" | "unknown";

/** Every check and what can be wrong with it; each has its words. */
export type Check =
  | { readonly name: "camera"; readonly state: CheckState; readonly fault?: "ask" | "denied" | "missing" | "insecure" }
  | { readonly name: "sound"; readonly state: CheckState; readonly fault?: "untried" }
  | { readonly name: "storage"; readonly state: CheckState; readonly fault?: "evictable" | "full" }
  | { readonly name: "offline"; readonly state: CheckState; readonly fault?: "copying" | "insecure" }
  | { readonly name: "clock"; readonly state: CheckState; readonly fault?: "wrong" | "unmeasured" }
  | { readonly name: "battery"; readonly state: CheckState; readonly fault?: "low" }
  | { readonly name: "sent"; readonly state: CheckState; readonly fault?: "waiting" }
  | { readonly name: "passes"; readonly state: CheckState; readonly fault?: "unsupported" | "insecure" };
export type CheckName = Check["name"];

export async function cameraCheck(): Promise<Check> {
  if (!navigator.mediaDevices?.getUserMedia) {
    return { name: "camera", state: "todo", fault: isSecureContext ? "missing" : "insecure" };
  }
  const devices = await navigator.mediaDevices.enumerateDevices();
  if (!devices.some(({ kind }) => kind === "videoinput")) return { name: "camera", state: "todo", fault: "missing" };
  const permission = await cameraPermission();
  if (permission === "granted") return { name: "camera", state: "good" };
  return { name: "camera", state: "todo", fault: permission === "denied" ? "denied" : "ask" };
}

async function cameraPermission(): Promise<PermissionState> {
  try {
    return (await navigator.permissions.query({ name: "camera" })).state;
  } catch (error) {
    // A browser that does not tell before it is asked.
    if (error instanceof TypeError) return "prompt";
    throw error;
  }
}

/** Asks for the camera by using it for a moment. */
export async function askForCamera(): Promise<Check> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    for (const track of stream.getTracks()) track.stop();
    return { name: "camera", state: "good" };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { name: "camera", state: "todo", fault: error.name === "NotAllowedError" ? "denied" : "missing" };
  }
}

export async function storageCheck(isFull: (space: { used: number; quota: number }) => boolean): Promise<Check> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  if (usage !== undefined && quota !== undefined && isFull({ used: usage, quota })) {
    return { name: "storage", state: "todo", fault: "full" };
  }
  if (!navigator.storage?.persisted) return { name: "storage", state: "unknown" };
  // Asking costs nothing: a browser decides by itself, or asks the person once.
  const kept = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  return kept ? { name: "storage", state: "good" } : { name: "storage", state: "todo", fault: "evictable" };
}

/** Whether this kiosk starts with no network: a worker in charge, and the page among what it keeps. */
export async function offlineCheck(): Promise<Check> {
  if (!navigator.serviceWorker) return { name: "offline", state: "todo", fault: "insecure" };
  const registration = await navigator.serviceWorker.getRegistration();
  const page = await caches.match(`${import.meta.env.BASE_URL}index.html`, { ignoreSearch: true });
  if (registration?.active && page) return { name: "offline", state: "good" };
  return { name: "offline", state: "todo", fault: "copying" };
}

export function clockCheck(offsetMs: number | undefined, allowedMs: number): Check {
  if (offsetMs === undefined) return { name: "clock", state: "unknown", fault: "unmeasured" };
  return Math.abs(offsetMs) > allowedMs
    ? { name: "clock", state: "todo", fault: "wrong" }
    : { name: "clock", state: "good" };
}

interface BatteryManager {
  readonly level: number;
  readonly charging: boolean;
}
/** From here down a charger is needed before a day's work. */
const LOW = 0.4;

export async function batteryCheck(): Promise<{ check: Check; percent: number | undefined }> {
  const read = (navigator as { getBattery?: () => Promise<BatteryManager> }).getBattery;
  if (!read) return { check: { name: "battery", state: "unknown" }, percent: undefined };
  const { level, charging } = await read.call(navigator);
  const low = level < LOW && !charging;
  return {
    check: low ? { name: "battery", state: "todo", fault: "low" } : { name: "battery", state: "good" },
    percent: Math.round(level * 100),
  };
}

export const sentCheck = (pending: number): Check =>
  pending === 0 ? { name: "sent", state: "good" } : { name: "sent", state: "todo", fault: "waiting" };

/** The public key of RFC 8032, 7.1, test 1: any browser that knows Ed25519 takes it. */
const ANY_KEY = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };

/** Whether passes can be verified with no network. */
export async function passesCheck(): Promise<Check> {
  if (!globalThis.crypto?.subtle) return { name: "passes", state: "todo", fault: "insecure" };
  try {
    await crypto.subtle.importKey("jwk", ANY_KEY, "Ed25519", false, ["verify"]);
    return { name: "passes", state: "good" };
  } catch (error) {
    console.warn("this browser does not know Ed25519", error);
    return { name: "passes", state: "todo", fault: "unsupported" };
  }
}
