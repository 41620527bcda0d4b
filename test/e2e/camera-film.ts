import { writeFile } from "node:fs/promises";
import { encode } from "uqr";

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES_A_SECOND = 5;

/** What a camera sees for some seconds: a code, or nothing. */
export interface Shot {
  readonly code: string | undefined;
  readonly seconds: number;
}

/** Writes a film for a browser's fake camera (YUV4MPEG2); the browser shows it over and over. */
export async function writeFilm(file: string, shots: readonly Shot[]): Promise<void> {
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`)];
  for (const { code, seconds } of shots) {
    const frame = Buffer.concat([Buffer.from("FRAME\n"), drawFrame(code)]);
    for (let i = 0; i < seconds * FRAMES_A_SECOND; i += 1) parts.push(frame);
  }
  await writeFile(file, Buffer.concat(parts));
}

/** A badge held before a wall: the code in the middle, dark grey on light grey. */
function drawFrame(code: string | undefined): Buffer {
  const light = Buffer.alloc(WIDTH * HEIGHT, 120);
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  if (code !== undefined) drawCode(light, code);
  return Buffer.concat([light, colour]);
}

function drawCode(light: Buffer, code: string): void {
  const { data, size } = encode(code, { ecc: "M", border: 4 });
  const scale = Math.floor((HEIGHT - 20) / size);
  const [left, top] = [Math.floor((WIDTH - size * scale) / 2), Math.floor((HEIGHT - size * scale) / 2)];
  for (let y = 0; y < size * scale; y += 1) {
    for (let x = 0; x < size * scale; x += 1) {
      const isDark = data[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
      light[(top + y) * WIDTH + left + x] = isDark ? 30 : 225;
    }
  }
}
