export declare function check(form: string): boolean;
