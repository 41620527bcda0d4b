import type { DeviceConfiguration } from "@abwab/contract";
import type { AdmissionPolicy } from "@abwab/domain";

/** What a decision at this kiosk depends on, as the organisers have set it. */
export function admissionPolicyOf({ zone, policy }: Pick<DeviceConfiguration, "zone" | "policy">): AdmissionPolicy {
  return { ...policy, zone: zone.code, status: zone.status, capacity: zone.capacity };
}

/** Whether other doors of the zone may know what this kiosk does not. */
export function needsSharedHistory({ mode, anonymousOnly }: AdmissionPolicy): boolean {
  return !anonymousOnly && (mode === "once" || mode === "daily" || mode === "in_out");
}
