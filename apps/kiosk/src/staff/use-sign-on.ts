import { useMessages } from "@abwab/ui";
import { useState } from "react";
import { useNow } from "../app/use-now.ts";
import { readBadgeCode } from "./badge-code.ts";
import { staffMessages } from "./staff-messages.ts";
import { signOnByBadge, staffDesk } from "./this-desk.ts";

type Problem = "wrong" | "unknownBadge" | "impossible";

/** The fields of the sign-on and what came of them; `known`: the code of whoever has locked the kiosk. */
export function useSignOn(known: string | undefined) {
  const t = useMessages(staffMessages);
  const [code, setCode] = useState("");
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  useNow(1_000);
  const waitSeconds = Math.ceil(staffDesk.waitMs() / 1_000);
  const badge = known === undefined ? readBadgeCode(code) : undefined;

  /** What a camera or a hand-held reader has read, in each way it can be meant. */
  const show = (...readings: readonly string[]) => {
    const shown = readBadgeCode(...readings);
    const unknown = shown === undefined || signOnByBadge(shown) === "unknown";
    setProblem(unknown ? "unknownBadge" : undefined);
    setCode("");
  };

  const submit = async () => {
    if (badge !== undefined) return show(badge);
    setProblem(undefined);
    setBusy(true);
    try {
      const answer = await staffDesk.signOnWithPin(known ?? code.trim().toUpperCase(), pin);
      if (answer === "wrong" || answer === "impossible") setProblem(answer);
    } finally {
      setPin("");
      setBusy(false);
    }
  };

  const told = waitSeconds > 0 ? t("wait", { time: showWait(waitSeconds) }) : problem && t(problem);
  return { code, setCode, pin, setPin, badge, busy: busy || waitSeconds > 0, problem: told, submit, show };
}

/** `4:05`. */
const showWait = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
