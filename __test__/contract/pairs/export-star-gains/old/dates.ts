export declare function today(): Date;
