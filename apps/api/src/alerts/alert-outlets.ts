import type { AlertChange } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { StoredAlert } from "./alerts.repository.ts";

/** Where alerts go beside the screens. */
export interface AlertOutlet {
  /** Within the transaction of the change: what it keeps, it keeps exactly when the change stands. */
  take(editionId: number, change: AlertChange, alert: StoredAlert): Promise<void>;
  /** After the commit. */
  taken(): Promise<void>;
}

@Injectable()
export class AlertOutlets {
  private readonly outlets: AlertOutlet[] = [];

  add(outlet: AlertOutlet): void {
    this.outlets.push(outlet);
  }

  async take(editionId: number, alert: StoredAlert): Promise<void> {
    for (const outlet of this.outlets) await outlet.take(editionId, alert.change, alert);
  }

  async taken(): Promise<void> {
    for (const outlet of this.outlets) await outlet.taken();
  }
}
