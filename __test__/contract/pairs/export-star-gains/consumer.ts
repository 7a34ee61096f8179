import * as s from "./surface"; import { today } from "./surface";
export const y: number = today().getFullYear() + s.today().getDate();
