export declare function size(el: Element): number;
export declare function color(el: Element): string;
