import type { DocumentLocale } from "@abwab/contract";
import { directionOf, useMessages } from "@abwab/ui";
import { Button, Modal, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { appMessages } from "../app/app-messages.ts";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { communiqueMessages } from "./communique-messages.ts";
import { versionsQuery } from "./communique-queries.ts";
import { useVersionWords } from "./use-version-words.ts";

export interface VersionsDialogProps {
  slug: string;
  locale: DocumentLocale;
  /** Takes a version's text up into the editor; left out for who may not change it. */
  onTake: ((text: string) => void) | undefined;
  onClose: () => void;
}

/** What the template was before, and who saved it. */
export function VersionsDialog({ slug, locale, onTake, onClose }: VersionsDialogProps) {
  const t = useMessages(communiqueMessages);
  const app = useMessages(appMessages);
  const about = useVersionWords();
  const versions = useQuery(versionsQuery(slug, locale));
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={t("versions")} size="lg" closeButtonProps={{ "aria-label": app("close") }}>
      <Stack gap="md">
        <Text size="sm">{t("versionsHint")}</Text>
        <ProblemAlert error={versions.error} retry={() => void versions.refetch()} />
        {!versions.data && !versions.error && <PageSkeleton />}
        {versions.data?.length === 0 && <Text>{t("noVersions")}</Text>}
        <ul className="release-versions">
          {versions.data?.map((version) => (
            <li key={version.version} className="card">
              <div className="release-head">
                <strong>{about(version)}</strong>
                {onTake && (
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={t("restoreVersion", { version: version.version })}
                    onClick={() => {
                      onTake(version.text);
                      onClose();
                    }}
                  >
                    {t("restore")}
                  </Button>
                )}
              </div>
              <p lang={locale} dir={directionOf(locale)}>
                {version.text}
              </p>
            </li>
          ))}
        </ul>
      </Stack>
    </Modal>
  );
}
