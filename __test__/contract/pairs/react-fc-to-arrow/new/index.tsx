import type { FC, ReactElement, ReactNode } from "react";
export interface PanelProps { heading: string; actions?: ReactNode; children?: ReactNode }
export const Panel = ({ heading, actions, children }: PanelProps): ReactElement => (
  <section><h2>{heading}</h2>{actions}{children}</section>
);
export interface PanelGroupProps { columns: 1 | 2 | 3; children: ReactNode }
export const PanelGroup: FC<PanelGroupProps> = p => <div data-columns={p.columns}>{p.children}</div>;
