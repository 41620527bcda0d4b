-- What a preview was compared with: the whole snapshot, in which transactions that were under way are told from those
-- that were over. Of earlier previews only its lower bound is known: nothing from there on counts as seen.
ALTER TABLE "import" ALTER COLUMN "compared_with" SET DATA TYPE TEXT
  USING "compared_with" || ':' || "compared_with" || ':';
