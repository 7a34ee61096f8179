export declare abstract class Adapter<C extends object> {
  constructor(config: C);
  private readonly config: C;
  abstract connect(): Promise<void>;
  protected log(m: string): void;
  static create<A>(this: new () => A): A;
}
export declare function install(a: Adapter<any>): void;
