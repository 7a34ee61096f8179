export declare function check(form: string): string;
