export { csvFile, csvFormOf, FORMULA_SIGNS, type CsvCell, type CsvForm } from "./csv-file.ts";
