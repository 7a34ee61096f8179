import { css } from "./surface";
export const c = css`color: ${() => "red"}`.className;
