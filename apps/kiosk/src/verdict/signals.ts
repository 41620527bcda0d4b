import { preferences } from "../app/preferences.ts";
import type { Tone } from "./stage.ts";

interface Signal {
  /** Milliseconds on, off, on. */
  readonly vibration: readonly number[];
  readonly wave: OscillatorType;
  /** Hertz, one after another. */
  readonly notes: readonly number[];
  readonly noteSeconds: number;
}

/** Told apart with closed eyes: two notes up, two low buzzes, three notes level; a tick for a question. */
const signals: Record<Tone | "question", Signal> = {
  admitted: { vibration: [40], wave: "sine", notes: [784, 1175], noteSeconds: 0.09 },
  refused: { vibration: [260, 110, 260], wave: "sawtooth", notes: [175, 0, 147], noteSeconds: 0.2 },
  attention: { vibration: [90, 60, 90, 60, 90], wave: "triangle", notes: [587, 0, 587, 0, 587], noteSeconds: 0.08 },
  question: { vibration: [15], wave: "sine", notes: [659], noteSeconds: 0.06 },
};

let audio: AudioContext | undefined;

/** What the hand and the ear are told of a scan. A refusal is felt whatever is chosen: it must not be missed. */
export function giveSignal(kind: Tone | "question"): void {
  const { sound, vibration } = preferences();
  const signal = signals[kind];
  if (vibration || kind === "refused") navigator.vibrate?.([...signal.vibration]);
  if (sound) play(signal);
}

function play({ wave, notes, noteSeconds }: Signal): void {
  audio ??= new AudioContext();
  // A browser keeps it silent until somebody has touched the page.
  if (audio.state === "suspended") void audio.resume();
  const start = audio.currentTime;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.type = wave;
  notes.forEach((frequency, index) => {
    oscillator.frequency.setValueAtTime(Math.max(1, frequency), start + index * noteSeconds);
    volume.gain.setValueAtTime(frequency === 0 ? 0 : 0.3, start + index * noteSeconds);
  });
  const end = start + notes.length * noteSeconds;
  volume.gain.setTargetAtTime(0, end - 0.02, 0.01);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(end + 0.05);
}
