import { counts } from "./surface";
const c = counts(); c.open += c.closed; const r: { [name: string]: number } = c; export { r };
