export { today, type Iso } from "./iso";
