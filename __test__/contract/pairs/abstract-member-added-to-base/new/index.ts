export declare abstract class Command<A extends object = {}> {
  static readonly registry: ReadonlyMap<string, Command<any>>;
  abstract readonly name: string;
  abstract run(args: A): Promise<number>;
  abstract describe(): string;
  protected print(...t: string[]): void;
}
export declare function cli(...c: Command<any>[]): Promise<void>;
