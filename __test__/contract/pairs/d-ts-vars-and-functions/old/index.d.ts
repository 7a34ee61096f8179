export declare const parse: (text: string, reviver?: (key: string, value: unknown) => unknown) => unknown;
export declare let depth: number;
declare const _default: { parse: typeof parse };
export default _default;
