import { createContext, useContext } from "react";

/** An API that a remote may ask: its base URL, and a token for it and nothing else. */
export interface Api {
  readonly baseUrl: string;
  /** A token of the person and organization of this page. All remotes of a page can read it: it is worth what its audience and scopes say. */
  token(): Promise<string>;
}

/** What the shell tells its remotes. There is no other state that they share, but for the URL. */
export interface Platform {
  readonly sub: string;
  readonly orgId: string;
  readonly entitlements: readonly string[];
  /** The API of a remote, by the remote's name; another one of it by `<remote>:<api>`. */
  api(name: string): Api;
}

/** A singleton on the page: shell and remotes share this module, as they share React. */
export const PlatformContext = createContext<Platform | undefined>(undefined);

/** The platform around a component. Throws where no shell is around it. */
export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (!platform) throw new Error("there is no PlatformContext around this component");
  return platform;
}
