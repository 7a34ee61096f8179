interface Commands { bold: []; link: [href: string, target?: string]; insert: [text: string, at?: number] }
type Cmd = keyof Commands;
type Run<C extends Cmd> = (...args: Commands[C]) => boolean;
export type Chain = { readonly [C in Cmd]: (...args: Commands[C]) => Chain } & { run(): boolean };
export declare function chain(): Chain;
export declare function can<C extends Cmd>(c: C): Run<C>;
