export { encode } from "./codec";
