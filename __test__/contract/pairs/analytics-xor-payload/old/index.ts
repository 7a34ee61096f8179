type Without<A, B> = { [K in Exclude<keyof A, keyof B>]?: never };
type XOR<A, B> = (Without<A, B> & B) | (Without<B, A> & A);
interface ByMail { mail: string } interface ByPhone { phone: string; country: number } interface ByPost { street: string }
export type Target = XOR<ByMail, ByPhone>;
export declare function send(to: Target, text: string): void;
export interface PagedList<T> extends ReadonlyArray<T> { readonly cursor: string | null; readonly approximateTotal: number }
export declare function pagedList<T>(items: readonly T[], cursor?: string): PagedList<T>;
