/** @deprecated use `tone` */
export declare const color: string;
export declare const size: number;
export declare const tone: string;
