import type { AlertSeverity } from "@abwab/contract";
import { useLocalStorage } from "@mantine/hooks";

const KEY = "abwab.alert-sound";

/** Whether new alerts are heard on this machine; off until somebody switches it on. */
export function useAlertSound(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({ key: KEY, defaultValue: false, getInitialValueInEffect: false });
  return [
    on,
    (next) => {
      setOn(next);
      // Browsers let a page sound once a person has done something on it: this is it, and one hears what to expect.
      if (next) ring("warning");
    },
  ];
}

const tones: Record<AlertSeverity, readonly number[]> = {
  info: [660],
  warning: [660, 880],
  critical: [880, 660, 880, 660],
};
const TONE_S = 0.22;

/** A few tones made here: no file to load, and heard over a hall's noise. */
export function ring(severity: AlertSeverity): void {
  const context = new AudioContext();
  const { currentTime, destination } = context;
  const gain = new GainNode(context, { gain: 0.25 });
  gain.connect(destination);
  const frequencies = tones[severity];
  frequencies.forEach((frequency, index) => {
    const tone = new OscillatorNode(context, { type: "triangle", frequency });
    tone.connect(gain);
    tone.start(currentTime + index * TONE_S);
    tone.stop(currentTime + (index + 1) * TONE_S);
    if (index === frequencies.length - 1) tone.addEventListener("ended", () => void context.close());
  });
}
