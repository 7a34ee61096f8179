export declare function words(text: string): Array<string>;
