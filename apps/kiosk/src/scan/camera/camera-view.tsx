import { useMessages } from "@abwab/ui";
import { IconBulb, IconBulbFilled, IconCameraOff, IconRefresh } from "@tabler/icons-react";
import { scanMessages } from "../scan-messages.ts";
import { useCamera, type CameraTrouble } from "./use-camera.ts";

interface CameraViewProps {
  readonly onText: (text: string, decodedAt: number) => void;
  /** Something more urgent is under way than to read the next code. */
  readonly isHeld?: () => boolean;
}

const never = () => false;

/** The camera as a finder: whatever code stands in the arch is read. */
export function CameraView({ onText, isHeld = never }: CameraViewProps) {
  const t = useMessages(scanMessages);
  const { video, state, torch, tryAgain } = useCamera({ onText, isHeld });
  const trouble = state === "on" || state === "starting" || state === "paused" ? undefined : state;
  return (
    <section className="camera" data-state={state} aria-label={t("camera")}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what the camera sees, without sound */}
      <video ref={video} className="camera-video" muted playsInline aria-hidden />
      {state === "on" && <span className="camera-frame" aria-hidden />}
      {!trouble && (
        <p className="camera-hint" role="status">
          {t(state === "on" ? "cameraHint" : state === "paused" ? "cameraPaused" : "cameraStarting")}
        </p>
      )}
      {trouble && <Trouble trouble={trouble} onTryAgain={tryAgain} />}
      {torch.available && (
        <button
          type="button"
          className="camera-torch"
          aria-pressed={torch.on}
          aria-label={t("torch")}
          onClick={torch.toggle}
        >
          {torch.on ? <IconBulbFilled aria-hidden /> : <IconBulb aria-hidden />}
        </button>
      )}
    </section>
  );
}

const advice = {
  refused: "cameraRefused",
  none: "cameraNone",
  busy: "cameraBusy",
  insecure: "cameraInsecure",
} as const;

function Trouble({ trouble, onTryAgain }: { trouble: CameraTrouble; onTryAgain: () => void }) {
  const t = useMessages(scanMessages);
  return (
    <div className="camera-trouble" role="alert">
      <IconCameraOff size={56} stroke={1.6} aria-hidden />
      <p>{t(advice[trouble])}</p>
      <button type="button" className="button" onClick={onTryAgain}>
        <IconRefresh aria-hidden />
        {t("tryAgain")}
      </button>
    </div>
  );
}
