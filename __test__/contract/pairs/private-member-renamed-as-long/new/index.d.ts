export declare class Cart { private items; readonly total: number }
