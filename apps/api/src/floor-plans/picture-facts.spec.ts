import { pictureFacts } from "./picture-facts.ts";

/** The headers of a JPEG of 640 by 480: APP0, a quantisation table, the frame, then picture and its end. */
function jpeg(frame = 0xc0): Buffer {
  const segment = (marker: number, data: number[]) => [0xff, marker, 0, data.length + 2, ...data];
  return Buffer.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(
      0xdb,
      Array.from({ length: 65 }, () => 1),
    ),
    ...segment(frame, [8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...Array.from({ length: 200 }, () => 0x55),
    0xff,
    0xd9,
  ]);
}

describe("what a picture is", () => {
  it("is read from a JPEG's frame, baseline or progressive", () => {
    expect(pictureFacts(jpeg())).toEqual({ type: "image/jpeg", width: 640, height: 480 });
    expect(pictureFacts(jpeg(0xc2))).toEqual({ type: "image/jpeg", width: 640, height: 480 });
  });

  it("is nothing where the frame is missing or the end was cut off", () => {
    expect(pictureFacts(jpeg(0xc4))).toBeUndefined();
    expect(pictureFacts(jpeg().subarray(0, -40))).toBeUndefined();
  });

  it("does not follow a segment out of the file", () => {
    const broken = jpeg();
    broken.writeUInt16BE(0xffff, 4);
    expect(pictureFacts(broken)).toBeUndefined();
  });
});
