import { css, keyframes } from "./surface";
export const c = css`animation: ${keyframes`from {}`} ${3}s`.className;
