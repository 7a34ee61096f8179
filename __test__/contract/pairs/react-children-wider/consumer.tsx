import { Note } from "./surface";
export const view = <Note>hello</Note>;
