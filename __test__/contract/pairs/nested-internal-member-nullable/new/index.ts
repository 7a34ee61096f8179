interface Author { name: string; avatar: string | null }
interface Meta { author: Author; views: number }
export declare function post(slug: string): Promise<{ title: string; meta: Meta }>;
export interface Money { readonly amount: number; readonly currency: string }
export declare function formatMoney(m: Money, digits?: number): string;
