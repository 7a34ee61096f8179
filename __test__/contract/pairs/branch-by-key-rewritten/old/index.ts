export declare function read<K extends "id" | "name">(key: K): K extends "id" ? number : string;
