import type { CommuniqueFigure } from "@abwab/contract";

/** The key of a figure's name among the texts. */
export const figureText = (figure: CommuniqueFigure) =>
  figure.replace(".", "_") as CommuniqueFigure extends infer Name
    ? Name extends `${infer Part}.${infer Rest}`
      ? `${Part}_${Rest}`
      : never
    : never;
