interface Shapes { circle: { r: number }; square: { a: number } }
export declare function handle(handlers: { [K in keyof Shapes]?: (shape: Shapes[K]) => void }): void;
export declare function shapeNames(): (keyof Shapes)[];
