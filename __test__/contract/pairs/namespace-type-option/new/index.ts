export declare namespace Chart { interface Options { width: number; legend?: boolean; zoom?: boolean } type Point = readonly [x: number, y: number]; }
export declare class Chart { #canvas: unknown; constructor(el: Element, options: Chart.Options); plot(...points: Chart.Point[]): this }
