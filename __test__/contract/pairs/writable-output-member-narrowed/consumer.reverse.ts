import { sheet } from "./surface";
const v: string | number = sheet("a").cell(1, 2).value; v.toString();
