interface Base { id: string; }
interface Field extends Base { kind: "text"; value: string }
export declare function field(): Field;
export {};
