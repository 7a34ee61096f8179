import { entry } from "./surface";
const e: [string, number] = entry(); export { e };
