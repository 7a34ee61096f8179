import { loadPost } from "./surface";
export const title: string = loadPost("1").title;
