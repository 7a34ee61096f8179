import { Markdown } from "./surface";
export const v = <Markdown plugins={["gfm"]}>Hello <b>you</b></Markdown>;
