import { latest } from "./surface";
const v: string | number = latest(); export { v };
