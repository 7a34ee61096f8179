import { checkSignatures, type PublicJwk } from "@fedseal/runtime/signature";
import type { Platform } from "@platform/context";
import { ask, askAs } from "./http";
import { Remotes } from "./remotes";
import { tokens } from "./tokens";

interface Session {
  sub: string;
  orgId: string;
  entitlements: string[];
}

/** A release of a remote, as this organization gets it. */
export interface Release {
  release: string;
  channel: "stable" | "canary";
  manifest: string;
  integrity?: string;
  floors?: Record<string, number>;
}

export interface Started {
  platform: Platform;
  remotes: Remotes;
}

/** What a page is told before it loads anything of others: who is there, which releases they get, and whose keys count. */
export async function start(): Promise<Started> {
  const session = await ask<Session>("/api/platform/session");
  askAs(session);
  const [{ remotes: releases }, { keys, apis }] = await Promise.all([
    ask<{ remotes: Record<string, Release> }>("/api/platform/releases"),
    ask<{ keys: Record<string, PublicJwk[]>; apis: Record<string, string> }>("/api/platform/settings"),
  ]);
  const rules = Object.entries(releases).map(([name, { floors }]) => [
    name,
    { policy: "require" as const, keys: keys[name] ?? [], ...(floors && { floors }) },
  ]);
  const tokenOf = tokens();
  return {
    remotes: new Remotes(releases, checkSignatures(Object.fromEntries(rules))),
    platform: {
      ...session,
      api: (name) => {
        const baseUrl = apis[name];
        if (baseUrl === undefined) throw new Error(`there is no API ${name}`);
        return { baseUrl, token: () => tokenOf(name) };
      },
    },
  };
}
