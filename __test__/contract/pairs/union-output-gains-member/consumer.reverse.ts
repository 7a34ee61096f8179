import { status, type Status } from "./surface";
export const s: Status = status();
