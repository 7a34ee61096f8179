import { issue, tag } from "./surface";
export const marked: true = issue()[tag];
