export declare class Uri { #raw: string; private constructor(raw: string); static parse(raw: string): Uri; readonly host: string; with(host: string): Uri }
