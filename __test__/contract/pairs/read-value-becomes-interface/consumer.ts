import { readValue } from "./surface";
const sent: Record<string, unknown> = readValue("user"); export { sent };
