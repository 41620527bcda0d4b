import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { Decoder } from "./decoder.ts";

/** Why there is no picture. `insecure`: browsers give cameras only to pages that came over HTTPS. */
export type CameraTrouble = "refused" | "none" | "busy" | "insecure";
export type CameraState = "starting" | "on" | "paused" | CameraTrouble;

interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: CameraState;
  readonly torch: { readonly available: boolean; readonly on: boolean; readonly toggle: () => void };
  readonly tryAgain: () => void;
}

/** Between two looks, in milliseconds: a shift is ten hours, and so is a battery. */
const REST_MS = 60;

interface CameraReader {
  readonly onText: (text: string, decodedAt: number) => void;
  /** Something more urgent is under way: the processor is wanted there. */
  readonly isHeld: () => boolean;
}

/** The camera at the back, read without end while the page is in sight. */
export function useCamera(reader: CameraReader): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>("starting");
  const [track, setTrack] = useState<MediaStreamTrack>();
  const [tries, setTries] = useState(0);
  const inSight = usePageInSight();
  const latest = useRef(reader);
  latest.current = reader;

  useEffect(() => {
    if (!inSight) {
      setState("paused");
      return;
    }
    const left = new AbortController();
    setState("starting");
    run(video, left.signal, latest, (given) => {
      setTrack(given);
      setState("on");
      given.addEventListener("ended", () => setState("busy"), { signal: left.signal });
    }).catch((error: unknown) => {
      if (!left.signal.aborted) setState(troubleOf(error));
    });
    return () => {
      left.abort();
      setTrack(undefined);
    };
  }, [inSight, tries]);

  const tryAgain = useCallback(() => setTries((before) => before + 1), []);
  return { video, state, torch: useTorch(track), tryAgain };
}

async function run(
  video: RefObject<HTMLVideoElement | null>,
  signal: AbortSignal,
  reader: RefObject<CameraReader>,
  onTrack: (track: MediaStreamTrack) => void,
): Promise<void> {
  // The type says that it is always there; on a page from an insecure origin it is not.
  if (!(navigator.mediaDevices as MediaDevices | undefined))
    throw new DOMException("no secure origin", "SecurityError");
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  const stop = () => {
    for (const each of stream.getTracks()) each.stop();
  };
  const [track] = stream.getVideoTracks();
  const element = video.current;
  if (signal.aborted || !element || !track) return stop();
  signal.addEventListener("abort", stop);
  const decoder = new Decoder();
  signal.addEventListener("abort", () => decoder.close());
  element.srcObject = stream;
  await element.play();
  onTrack(track);
  while (!signal.aborted) {
    if (element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !reader.current.isHeld()) {
      const { text, decodedAt } = await decoder.look(element);
      if (text !== undefined && !signal.aborted) reader.current.onText(text, decodedAt);
    }
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : "";
  console.warn("the camera can't be used", error);
  if (name === "NotAllowedError") return "refused";
  if (name === "SecurityError") return "insecure";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return "busy";
}

/** A camera that runs behind another page drains the battery and is none of this page's business. */
function usePageInSight(): boolean {
  const [inSight, setInSight] = useState(() => document.visibilityState === "visible");
  useEffect(() => {
    const look = () => setInSight(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return inSight;
}

function useTorch(track: MediaStreamTrack | undefined) {
  const [on, setOn] = useState(false);
  useEffect(() => setOn(false), [track]);
  // The standard's types know of no torch yet (W3C Image Capture).
  const abilities = track?.getCapabilities?.() as { torch?: boolean } | undefined;
  const toggle = () => {
    const constraint = { torch: !on } as MediaTrackConstraintSet;
    track?.applyConstraints({ advanced: [constraint] }).then(
      () => setOn(!on),
      (error: unknown) => console.warn("the torch can't be switched", error),
    );
  };
  return { available: abilities?.torch === true, on, toggle };
}
