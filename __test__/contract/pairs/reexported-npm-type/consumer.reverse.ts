import { css, type Style } from "./surface";
const s: Style = { color: "red" }; export const c: string = css(s) + css({ ...s, top: 1 });
