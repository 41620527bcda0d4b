import { measuredErrors } from "@abwab/domain";
import { measuredPlaces, measureForecasts } from "./measure.ts";

test("the product chooses by what the bench measures: the kept errors on made days are those of the methods", () => {
  expect(measuredPlaces(measureForecasts(null), measuredErrors)).toEqual(measuredErrors);
});
