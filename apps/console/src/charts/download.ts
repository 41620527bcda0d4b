/** Gives a file to the browser to save. */
export function download(content: string | Blob, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName(name);
  link.click();
  // The browser has taken it by the time that anything else is asked of this page.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Without what file systems refuse, and without the marks that keep directions apart. */
const fileName = (name: string): string =>
  name.replace(/[\u2066-\u2069\u200e\u200f]/g, "").replace(/[\\/:*?"<>|\s]+/g, "-");
