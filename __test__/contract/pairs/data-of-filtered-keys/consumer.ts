import { dataOf, type Data } from "./surface";
const d: Data = dataOf(1); d.id = d.count.toFixed(); const e: Data = { id: "a", count: 1 }; export { e };
