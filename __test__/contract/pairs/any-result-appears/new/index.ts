export declare function state(): any;
