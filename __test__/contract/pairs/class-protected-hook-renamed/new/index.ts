export interface Ctx { readonly id: string }
export abstract class Plugin<O extends object = {}> {
  constructor(protected readonly options: O) {}
  protected init(ctx: Ctx): void { void ctx; }
  abstract readonly name: string;
  static readonly api: number = 1;
}
export declare function register(p: Plugin<any>): void;
