import { MAX_BACKGROUND_BYTES, routes, type FloorPlan } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { Button, FileButton, Text, Title } from "@mantine/core";
import { IconPhotoPlus, IconPhotoX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useState } from "react";
import { editorMessages } from "./editor-messages.ts";

const MEGABYTE = 1024 * 1024;

export interface EditorBackgroundProps {
  slug: string;
  plan: FloorPlan;
  /** The version that changes go by. */
  version: number;
  onDone: (plan: FloorPlan) => void;
}

/** The picture to draw upon: an architect's plan, or one taken from above. */
export function EditorBackground({ slug, plan, version, onDone }: EditorBackgroundProps) {
  const t = useMessages(editorMessages);
  const { language } = useLanguage();
  const [refused, setRefused] = useState<string>();
  const [removing, setRemoving] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => api.call(routes.setPlanBackground, { params: { slug }, query: { version }, file }),
    onSuccess: onDone,
  });
  const choose = (file: File | null) => {
    if (file === null) return;
    upload.reset();
    if (!["image/png", "image/jpeg"].includes(file.type)) return setRefused(t("wrongPicture"));
    if (file.size > MAX_BACKGROUND_BYTES)
      return setRefused(t("largePicture", { max: MAX_BACKGROUND_BYTES / MEGABYTE }));
    setRefused(undefined);
    upload.mutate(file);
  };
  const { background } = plan;
  return (
    <section className="editor-part" aria-labelledby="editor-background">
      <Title order={2} size="h5" id="editor-background">
        {t("background")}
      </Title>
      <Text size="sm" c="dimmed">
        {background
          ? t("backgroundFacts", {
              width: background.width,
              height: background.height,
              size: formatNumber(background.bytes / MEGABYTE, language, { decimals: 1 }),
            })
          : t("backgroundHint", { max: MAX_BACKGROUND_BYTES / MEGABYTE })}
      </Text>
      {refused && (
        <Text size="sm" c="clay" role="alert">
          {refused}
        </Text>
      )}
      <ProblemAlert error={upload.error} />
      <FileButton accept="image/png,image/jpeg" onChange={choose}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="sm"
            loading={upload.isPending}
            leftSection={<IconPhotoPlus size={17} aria-hidden />}
          >
            {t(background ? "replacePicture" : "addPicture")}
          </Button>
        )}
      </FileButton>
      {background && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPhotoX size={17} aria-hidden />}
          onClick={() => setRemoving(true)}
        >
          {t("removePicture")}
        </Button>
      )}
      {removing && (
        <ConfirmDialog
          title={t("removePicture")}
          text={t("removePictureText")}
          submit={t("removePicture")}
          act={() => api.call(routes.removePlanBackground, { params: { slug }, query: { version } })}
          onDone={(after) => {
            setRemoving(false);
            onDone(after);
          }}
          refresh={["editions", slug, "floor-plan"]}
          onClose={() => setRemoving(false)}
        />
      )}
    </section>
  );
}
