export { encode } from "./encode-impl";
