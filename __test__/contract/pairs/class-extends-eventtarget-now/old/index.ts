export declare class Loader {
  private constructor();
  private readonly queue: string[];
  static shared(): Loader;
  load(url: string): Promise<Blob>;
}
