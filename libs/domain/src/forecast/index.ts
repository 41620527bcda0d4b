export * from "./choose-method.ts";
export * from "./day-curve.ts";
export * from "./day-forecast.ts";
export * from "./edition-forecast.ts";
export * from "./measured-errors.ts";
export * from "./prior-total.ts";
export * from "./record.ts";
export * from "./typical-day.ts";
