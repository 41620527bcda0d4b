import { Table } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** How far below and above the screen rows are drawn already. */
const AHEAD = "1200px 0px";

export interface RowChunkProps {
  columns: number;
  /** How many rows it holds. */
  count: number;
  /** A row's height until the chunk has been measured. */
  estimate: number;
  children: () => ReactNode;
}

/**
 * Some rows of a long table, drawn only near the screen and on paper: fifty thousand scroll as lightly as a hundred.
 * Out of sight one empty row keeps the height that they had.
 */
export function RowChunk({ columns, count, estimate, children }: RowChunkProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const height = useRef(count * estimate);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = body.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        // What was drawn is measured before it goes.
        if (!entry.isIntersecting && element.rows.length > 1) height.current = entry.boundingClientRect.height;
        setNear(entry.isIntersecting);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    // Paper is laid out as soon as the event is over: by then the rows have to be there.
    const forPaper = () => flushSync(() => setNear(true));
    window.addEventListener("beforeprint", forPaper);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", forPaper);
    };
  }, []);
  return (
    <Table.Tbody ref={body}>
      {isNear ? (
        children()
      ) : (
        <Table.Tr aria-hidden className="rows-out-of-sight">
          <Table.Td colSpan={columns} style={{ blockSize: height.current, padding: 0 }} />
        </Table.Tr>
      )}
    </Table.Tbody>
  );
}
