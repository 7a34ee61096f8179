/** A browser engine, behind what the tests need of one. */
export interface Engine {
  readonly name: EngineName;
  /** Opens a page of its own: no cache, no cookie, no module is shared with a page before it. One at a time. */
  open(url: string): Promise<Tab>;
  close(): Promise<void>;
}

export type EngineName = "chromium" | "firefox" | "webkit";

export interface Tab {
  /** Errors of the console, as people see them, those that nobody caught included. Always empty in WebKit. */
  readonly console: readonly string[];
  /** The value of an expression; of a promise, what it comes to. As JSON. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** A tab on its page, or no tab at all: one that fails to open is closed. */
export async function opened(tab: Tab, navigate: () => Promise<unknown>): Promise<Tab> {
  try {
    await navigate();
  } catch (error) {
    await tab.close();
    throw error;
  }
  return tab;
}
