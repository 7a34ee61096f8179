interface Api { "/pay": { in: { amount: number; currency: string }; out: { readonly ok: boolean } }; "/me": { in: null; out: { readonly id: string } } }
type In<P extends keyof Api> = Api[P]["in"];
type Call = <P extends keyof Api>(path: P, input: In<P>) => Promise<Api[P]["out"]>;
export declare const call: Call;
export declare function makeClient(base: string): { readonly call: Call };
