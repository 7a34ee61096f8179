export declare const tone: string;
