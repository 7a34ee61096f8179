export type Options = {
  readonly onFailedAttempt?: (error: Failure) => void | Promise<void>;
  readonly shouldRetry?: (error: Failure, attempts: number) => boolean | Promise<boolean>;
  readonly shouldWait?: (error: Failure, attempts: number) => boolean | Promise<boolean>;
} & (Fixed | number[]);
type Failure = { readonly retriesLeft: number } & Error;
interface Fixed { readonly retries?: number }
export declare function retry(options: Options): void;
