import { Page } from "./surface";
export const url: string = new Page().render().url;
