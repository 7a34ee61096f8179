export declare function dispatch(...command: [type: "open", id: string] | [type: "close"] | [type: "move", x: number, y: number]): void;
