export { hammer, type Tool } from "./tools";
