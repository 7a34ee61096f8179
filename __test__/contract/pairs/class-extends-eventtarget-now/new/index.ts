export declare class Loader extends EventTarget {
  private constructor();
  private readonly queue: string[];
  static shared(): Loader;
  load(url: string): Promise<Blob>;
}
