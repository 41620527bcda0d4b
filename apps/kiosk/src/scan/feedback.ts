import { preferences } from "../app/preferences.ts";

type Kind = "in" | "out" | "undo" | "failure";

/** Milliseconds on, off, on. */
const vibrations: Record<Kind, number[]> = { in: [18], out: [18, 40, 18], undo: [40], failure: [200, 80, 200] };
/** Hertz. */
const tones: Record<Kind, number> = { in: 880, out: 587, undo: 392, failure: 196 };

let audio: AudioContext | undefined;

/** What the hand and the ear are told, for eyes that are on the people and not on the screen. */
export function giveFeedback(kind: Kind): void {
  const { sound, vibration } = preferences();
  if (vibration || kind === "failure") navigator.vibrate?.(vibrations[kind]);
  if (sound) playTone(tones[kind], kind === "failure" ? 0.4 : 0.07);
}

function playTone(frequency: number, seconds: number): void {
  audio ??= new AudioContext();
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0.25, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start();
  oscillator.stop(audio.currentTime + seconds);
}
