export declare function dispatch(...command: [type: "open", id: string] | [type: "close"]): void;
