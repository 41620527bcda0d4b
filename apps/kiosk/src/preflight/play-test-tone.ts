/** Three rising tones; resolves when the machine has begun to play them. */
export async function playTestTone(): Promise<void> {
  const audio = new AudioContext();
  // A page that was not touched yet may not sound: the tap that called this is the touch.
  await audio.resume();
  for (const [index, frequency] of [587, 740, 880].entries()) {
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    const at = audio.currentTime + index * 0.16;
    oscillator.frequency.value = frequency;
    volume.gain.setValueAtTime(0.3, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.15);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(at);
    oscillator.stop(at + 0.15);
    if (index === 2) oscillator.addEventListener("ended", () => void audio.close());
  }
}
