type Pieces<S extends string> = S extends `${infer Head}/${infer Rest}` ? [Head, ...Pieces<Rest>] : [S];
type NameOf<S> = S extends `:${infer Name}` ? Name : never;
type Captures<S extends string> = { [Name in NameOf<Pieces<S>[number]>]: string };
interface Context<S extends string> { readonly query: { [key: string]: string | undefined }; readonly params: Captures<S> }
export declare function router(): Router;
export interface Router { listen(port: number): void; get<Path extends string>(path: Path, fn: (context: Context<Path>) => void): Router }
