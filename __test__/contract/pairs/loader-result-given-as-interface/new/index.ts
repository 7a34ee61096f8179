interface Article { title: string; body?: string }
export declare function defineLoader(load: (id: string) => Article): void;
