export { format as formatDate } from "./dates";
