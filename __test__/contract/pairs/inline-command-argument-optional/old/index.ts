interface Commands { stop: {}; move: { args: [x: number, y: number]; result: boolean }; }
export declare function run<C extends keyof Commands>(name: C, ...args: Commands[C] extends { args: infer A extends unknown[] } ? A : []): Commands[C] extends { result: infer R } ? R : void;
export {};
