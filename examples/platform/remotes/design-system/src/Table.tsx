import type { ReactNode } from "react";
import "./design-system.css";

export interface Column {
  title: string;
  /** Figures stand at the right. */
  isNumber?: boolean;
}

export interface TableProps {
  caption: string;
  columns: readonly Column[];
  /** One list of cells per row, as many as there are columns. */
  rows: readonly (readonly ReactNode[])[];
}

/** Rows under columns. */
export default function Table({ caption, columns, rows }: TableProps): ReactNode {
  return (
    <table className="ds-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, isNumber }) => (
            <th key={title} scope="col" className={isNumber ? "ds-number" : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {columns.map(({ title, isNumber }, column) => (
              <td key={title} className={isNumber ? "ds-number" : undefined}>
                {cells[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
