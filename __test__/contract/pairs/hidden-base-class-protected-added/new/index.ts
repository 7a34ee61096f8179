declare class Base { protected id: string; dispose(): void }
export declare class Panel extends Base { private constructor(); static open(title: string): Panel; readonly title: string; resize(w: number, h?: number): this }
export declare class Dock { private constructor(); static readonly main: Dock; add(p: Panel): Promise<void>; readonly panels: readonly Panel[] }
