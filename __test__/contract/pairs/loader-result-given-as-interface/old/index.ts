export declare function defineLoader(load: (id: string) => { title: string; body?: string }): void;
