interface Base { kind: unknown; id: string | null; }
interface Field extends Base { kind: "text"; value: string }
export declare function field(): Field;
export {};
