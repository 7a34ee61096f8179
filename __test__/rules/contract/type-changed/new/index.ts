export declare function priceOf(article: string): Promise<string>;
