import { issue, mark } from "./surface";
export const marked: true = issue()[mark];
