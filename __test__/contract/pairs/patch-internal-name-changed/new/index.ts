export { toIso as formatDate } from "./dates";
