export declare function Card(title: string): void;
