import { SortHeader } from "./surface";
export const a = <SortHeader label="x" onSort={(d) => { const by: Record<string, number> = { asc: 1 }; by[d]?.toFixed(); }} />;
export const b = <SortHeader label="x" onSort={() => {}} />;
