/** Headers of a document that is shown, and kept under a name that says which it is. */
export const asPdf = (fileName: string): Record<string, string> => ({
  "content-type": "application/pdf",
  "content-disposition": `inline; filename="${fileName}"`,
});

/**
 * `Link` (RFC 8288) of a document that has several parts: to the next one and to the last.
 *
 * @param query what the parts have in common
 */
export function partLinks(part: number, parts: number, query: Readonly<Record<string, string | undefined>>): string {
  const linkTo = (number: number, relation: string): string => {
    const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const words = new URLSearchParams([["part", String(number)], ...given]);
    return `<?${words.toString()}>; rel="${relation}"`;
  };
  return [...(part < parts ? [linkTo(part + 1, "next")] : []), linkTo(parts, "last")].join(", ");
}
