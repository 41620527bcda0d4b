import type { DemoKiosk } from "./demo-kiosk.ts";

export interface Status {
  readonly sent: number;
  readonly waiting: number;
  readonly kiosks: readonly Pick<DemoKiosk, "link" | "ended">[];
  /** ms since the epoch. */
  readonly at: number;
}

const everyMs = { terminal: 1_000, elsewhere: 30_000 };

/** Shows what the crowd does: one line that changes on a terminal, a line now and then elsewhere. */
export function showStatus(out: NodeJS.WriteStream = process.stderr): (status: Status) => void {
  let shown: Status | undefined;
  return (status) => {
    const since = shown === undefined ? Number.POSITIVE_INFINITY : status.at - shown.at;
    if (since < (out.isTTY ? everyMs.terminal : everyMs.elsewhere)) return;
    const perSecond = shown === undefined ? 0 : Math.round(((status.sent - shown.sent) * 1000) / since);
    shown = status;
    const line = lineOf(status, perSecond);
    out.write(out.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

function lineOf({ sent, waiting, kiosks }: Status, perSecond: number): string {
  const count = (link: DemoKiosk["link"]): number =>
    kiosks.filter((kiosk) => kiosk.link === link && !kiosk.ended).length;
  const ended = kiosks.filter((kiosk) => kiosk.ended).length;
  const words = [
    `${perSecond.toLocaleString("en")} entries/s`,
    `${sent.toLocaleString("en")} sent`,
    `${waiting.toLocaleString("en")} waiting on ${kiosks.length} kiosks`,
    `${count("lost")} without network, ${count("slow")} slow`,
    ...(ended > 0 ? [`${ended} revoked`] : []),
  ];
  return `demo: ${words.join(" · ")}`;
}
