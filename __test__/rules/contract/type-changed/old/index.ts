export declare function priceOf(article: string): string;
