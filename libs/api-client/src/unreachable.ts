/** No answer of the service came: no network, a timeout, or somebody else answered in its place. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}
