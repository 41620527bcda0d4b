const KEY = "abwab.kiosk.ready";

/** The preflight stands before the first shift of a device, once; afterwards it is in the settings. */
export const wasReady = (deviceId: string): boolean => localStorage.getItem(KEY) === deviceId;

export const noteReady = (deviceId: string): void => localStorage.setItem(KEY, deviceId);
