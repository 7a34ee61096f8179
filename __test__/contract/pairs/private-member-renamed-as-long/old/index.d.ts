export declare class Cart { private count; readonly total: number }
