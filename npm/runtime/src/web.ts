/**
 * Names of the web platform in our types. A server's project has no types of the DOM, and one without `@types/node` has
 * none of these; an interface that is declared twice is one, so where they are there, nothing is added to them.
 */
declare global {
  interface AbortSignal {}
  interface HTMLLinkElement {}
  interface HTMLScriptElement {}
  interface RequestInit {}
  interface Response {}
  interface URL {}
}

/** `fetch`, as far as it is used. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** `BufferSource` of the web platform, in words of every TypeScript from 5.6. */
export type Bytes = ArrayBuffer | ArrayBufferView;
