import { useParams } from "react-router";

/** The edition in the address of a page that has one. */
export function useSlug(): string {
  const { slug } = useParams();
  if (slug === undefined) throw new Error("a page without an edition in its address asked for it");
  return slug;
}
