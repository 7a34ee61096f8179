import { SortHeader } from "./surface";
export const a = <SortHeader label="x" onSort={(d) => { const sign: Record<"asc" | "desc", number> = { asc: 1, desc: -1 }; sign[d].toFixed(); }} />;
