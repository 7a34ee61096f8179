export * from "./a";
export declare function size(el: Element): { width: number };
