import { firstRow } from "./surface";
const r: Record<string, unknown> | undefined = firstRow(); firstRow()?.cells.push("a"); export { r };
