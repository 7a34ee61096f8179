import { snapshot } from "./surface";
const s: { data: string | undefined } = snapshot<string>("x"); export { s };
