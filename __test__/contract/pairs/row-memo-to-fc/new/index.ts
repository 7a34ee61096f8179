import type { FC } from "react";
export interface RowProps { cells: readonly string[]; selected?: boolean }
export declare const Row: FC<RowProps>;
