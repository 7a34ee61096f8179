declare const codec: { parse: (text: string, reviver?: (k: string, v: unknown) => unknown) => unknown };
export { codec as default, depth };
declare let depth: number;
export declare const parse: (json: string, revive?: (key: string, value: unknown) => unknown) => unknown;
