import type { JSX } from "react";
export declare function SortHeader(props: { label: string; onSort(direction: "asc" | "desc" | "none"): void }): JSX.Element;
