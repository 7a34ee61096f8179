export interface BuildEvent { file: string }
export interface BuildApi { onEnd(callback: (event: BuildEvent) => void | Promise<void>): void }
export interface BuildPlugin { name: string; setup(build: BuildApi): void }
export declare function build(options: { plugins?: BuildPlugin[] }): Promise<void>;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
