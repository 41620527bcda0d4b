import type { Device, Edition, LedgerRow } from "@abwab/contract";
import { formatTime, Num, useLanguage, useMessages } from "@abwab/ui";
import { ActionIcon, Badge, Tooltip } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { ListTable, type Column } from "../app/list-table.tsx";
import { categoryName } from "./category-names.ts";
import { ledgerMessages } from "./ledger-messages.ts";
import { pavilionMessages } from "./pavilion-messages.ts";
import { localMoment } from "../tables/cell-value.ts";

const kindOf = ({ kind, direction }: LedgerRow) => {
  switch (kind) {
    case "entry":
      return direction === "in"
        ? ({ text: "kindIn", color: "forest" } as const)
        : ({ text: "kindOut", color: "brass" } as const);
    case "void":
      return { text: "kindVoid", color: "clay" } as const;
    case "adjustment":
      return { text: "kindAdjustment", color: "clay" } as const;
    case "anchor":
      return { text: "kindAnchor", color: "sand" } as const;
  }
};

export interface LedgerTableProps {
  edition: Edition;
  /** The latest first. */
  rows: readonly LedgerRow[];
  /** The entries that a later row has taken back. */
  voided: ReadonlySet<string>;
  devices: readonly Device[];
  onVoid: (row: LedgerRow) => void;
}

/** Rows of the ledger; an entry that still stands can be taken back. */
export function LedgerTable({ edition, rows, voided, devices, onVoid }: LedgerTableProps) {
  const t = useMessages(ledgerMessages);
  const zone = useMessages(pavilionMessages);
  const { language } = useLanguage();
  const timeOf = ({ placedAt }: LedgerRow) =>
    formatTime(placedAt, language, { timeZone: edition.timeZone, seconds: true });
  const columns: Column<LedgerRow>[] = [
    {
      key: "at",
      value: ({ placedAt }) => localMoment(placedAt, edition.timeZone),
      title: t("at"),
      cell: (row) => <bdi className="abwab-number">{timeOf(row)}</bdi>,
    },
    {
      key: "what",
      value: (row) => t(kindOf(row).text),
      title: t("what"),
      cell: (row) => <Badge color={kindOf(row).color}>{t(kindOf(row).text)}</Badge>,
    },
    {
      key: "people",
      value: ({ headcount }) => headcount,
      title: t("people"),
      cell: ({ kind, headcount, id }) =>
        voided.has(id) ? (
          <del>
            <Num value={headcount} />
          </del>
        ) : (
          <Num value={headcount} signed={kind === "void" || kind === "adjustment"} />
        ),
    },
    {
      key: "category",
      value: ({ category }) => (category === null ? null : categoryName(category, zone)),
      title: t("category"),
      cell: ({ category }) => (category === null ? "–" : categoryName(category, zone)),
    },
    {
      key: "door",
      value: ({ checkpoint, deviceId }) =>
        checkpoint === null
          ? t("byPerson")
          : `${checkpoint} ${devices.find(({ id }) => id === deviceId)?.name ?? ""}`.trim(),
      title: t("door"),
      cell: (row) => <Origin row={row} devices={devices} />,
    },
    {
      key: "note",
      value: ({ id, flags, reason }) =>
        [voided.has(id) && t("voided"), ...flags.map((flag) => t(flag)), reason].filter(Boolean).join(", "),
      title: t("note"),
      cell: (row) => <Notes row={row} isVoided={voided.has(row.id)} />,
    },
  ];
  return (
    <ListTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      menu={(row) =>
        row.kind === "entry" &&
        !voided.has(row.id) && (
          <Tooltip label={t("voidEntry")}>
            <ActionIcon
              variant="subtle"
              color="clay"
              size="lg"
              aria-label={`${t("voidEntry")}: ${timeOf(row)}`}
              onClick={() => onVoid(row)}
            >
              <IconArrowBackUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )
      }
    />
  );
}

function Origin({ row, devices }: { row: LedgerRow; devices: readonly Device[] }) {
  const t = useMessages(ledgerMessages);
  const device = devices.find(({ id }) => id === row.deviceId);
  if (row.checkpoint === null) return t("byPerson");
  return (
    <span>
      <bdi className="device-door">{row.checkpoint}</bdi> {device && <bdi>{device.name}</bdi>}
    </span>
  );
}

function Notes({ row, isVoided }: { row: LedgerRow; isVoided: boolean }) {
  const t = useMessages(ledgerMessages);
  const notes = [...(isVoided ? [t("voided")] : []), ...row.flags.map((flag) => t(flag))];
  if (notes.length === 0 && row.reason === undefined) return "";
  return (
    <span className="ledger-notes">
      {notes.map((note) => (
        <Badge key={note} size="sm" color="sand">
          {note}
        </Badge>
      ))}
      {row.reason !== undefined && <bdi>{row.reason}</bdi>}
    </span>
  );
}
