import { attach } from "./surface";
export const f = (svg: SVGSVGElement) => attach(svg, { once: true });
