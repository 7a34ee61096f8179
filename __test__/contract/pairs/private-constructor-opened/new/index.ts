export declare class Uri { #raw: string; constructor(raw: string); static parse(raw: string): Uri; readonly host: string; with(host: string): Uri }
