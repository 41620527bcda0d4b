import { routes, type Device, type Pairing } from "@abwab/contract";
import { QrCode, useMessages } from "@abwab/ui";
import { Alert, Anchor, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { CopyButton } from "../app/copy-button.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useNow } from "../app/use-now.ts";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { deviceMessages } from "./device-messages.ts";

export interface PairingDialogProps {
  pairing: Pairing;
  /** The device as the list knows it now: that it has paired shows there first. */
  device: Device | undefined;
  onClose: () => void;
}

/** `14:05` of minutes and seconds left. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The code that makes a tablet this device: to scan, or to type. */
export function PairingDialog({ pairing: first, device, onClose }: PairingDialogProps) {
  const t = useMessages(deviceMessages);
  const app = useMessages(appMessages);
  useReturnFocus();
  const [pairing, setPairing] = useState(first);
  const left = Date.parse(pairing.expiresAt) - useNow(1_000);
  const renew = useMutation({
    mutationFn: () => api.call(routes.renewPairingCode, { params: { id: pairing.device.id } }),
    onSuccess: setPairing,
  });
  const paired = device !== undefined && device.pairedAt !== null && device.pairedAt !== pairing.device.pairedAt;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("pairTitle", { name: pairing.device.name })}
      closeButtonProps={{ "aria-label": app("close") }}
    >
      <Stack align="center" gap="md" aria-live="polite">
        {paired ? (
          <Alert color="forest" icon={<IconCircleCheck aria-hidden />} w="100%">
            {t("pairDone")}
          </Alert>
        ) : left <= 0 ? (
          <Alert color="brass" w="100%">
            {t("pairExpired")}
          </Alert>
        ) : (
          <>
            <Text ta="center">{t("pairScan")}</Text>
            <div className="pairing-qr">
              <QrCode text={pairing.pairingUrl} size={230} />
            </div>
            <bdi dir="ltr" className="pairing-code" data-testid="pairing-code">
              {pairing.pairingCode}
            </bdi>
            <Anchor href={pairing.pairingUrl} target="_blank" dir="ltr" size="sm" className="pairing-url">
              {pairing.pairingUrl}
            </Anchor>
            <Text c="dimmed" size="sm" aria-live="off">
              {t("pairLeft")} <bdi className="abwab-number">{timeLeft(left)}</bdi>
            </Text>
          </>
        )}
        <ProblemAlert error={renew.error} />
        <Group justify="center">
          {!paired && (
            <Button variant="default" onClick={() => renew.mutate()} loading={renew.isPending}>
              {t("pairAgain")}
            </Button>
          )}
          {!paired && left > 0 && (
            <CopyButton value={pairing.pairingUrl} label={t("copyAddress")} copiedLabel={app("copied")} />
          )}
          <Button onClick={onClose}>{app("close")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
