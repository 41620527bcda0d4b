import { ApiProblem } from "@abwab/api-client";

/** Asks for a document that is made for the asking, which a link can't do. Throws what the service refuses. */
export async function fetchDocument(address: string, body: object): Promise<Blob> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/pdf, application/problem+json" },
    body: JSON.stringify(body),
  });
  if (response.ok) return response.blob();
  const problem: unknown = await response.json();
  throw new ApiProblem(response, problem);
}
