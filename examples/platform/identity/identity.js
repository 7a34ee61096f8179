import { createServer } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import { errors, Provider } from "oidc-provider";
import { exchange, extras, PARAMETERS, resourceServer, TOKEN_EXCHANGE } from "./exchange.js";
import { signInPage, signOutPage } from "./pages.js";

/**
 * A real OpenID provider in the place of Auth0: its paths, organizations (`organization` of an authorization request, `org_id` in
 * tokens) and its token exchange.
 *
 * @param {{ port?: number, directory: import("./directory.js").Directory, apis: import("./exchange.js").Api[], clients: object[],
 *   profiles?: string[], keys?: object[] }} options
 */
export async function startIdentity({ port = 0, directory, apis, clients, profiles = [], keys }) {
  const signing = [...(keys ?? [await newKey()])];
  const server = createServer((request, response) => handle(request, response));
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const known = new Map(apis.map((api) => [api.audience, api]));
  /** Grant → the organization that its person signed in to. */
  const organizations = new Map();

  const configuration = {
    clients,
    routes: {
      authorization: "/authorize",
      token: "/oauth/token",
      jwks: "/.well-known/jwks.json",
      userinfo: "/userinfo",
      end_session: "/oidc/logout",
    },
    cookies: { keys: [crypto.randomUUID()] },
    pkce: { required: () => true },
    responseTypes: ["code"],
    scopes: ["openid", "profile", "email", "offline_access"],
    claims: { openid: ["sub"], profile: ["name"], email: ["email"] },
    extraParams: ["organization", "invitation"],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx, form) => signOutPage(ctx, form) },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apis[0].audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, audience) => {
          const api = known.get(audience);
          if (!api) throw new errors.InvalidTarget();
          return resourceServer(api);
        },
      },
    },
    ttl: {
      AccessToken: 300,
      IdToken: 300,
      Interaction: 600,
      Session: 3600,
      Grant: 3600,
      AuthorizationCode: 60,
      RefreshToken: 3600,
    },
    interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}` },
    findAccount: (_ctx, name) => {
      const person = directory.person(name);
      return person && { accountId: name, claims: () => ({ sub: name, name, email: person.email }) };
    },
    extraTokenClaims: (_ctx, token) => extras.get(token) ?? { org_id: organizations.get(token.grantId) },
    // First-party applications: whoever signs in has agreed.
    loadExistingGrant: async (ctx) => {
      const { client, session, params } = ctx.oidc;
      const organization = organizationFor(directory, session.accountId, params.organization);
      if (organization === undefined) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile email offline_access");
      for (const api of apis) grant.addResourceScope(api.audience, api.scopes.join(" "));
      organizations.set(await grant.save(), organization);
      return grant;
    },
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = "text";
      ctx.body = `${error}: ${description ?? ""}`;
    },
  };
  const publicKeys = () => ({ keys: signing.map(({ kty, n, e, kid, alg, use }) => ({ kty, n, e, kid, alg, use })) });
  const grant = exchange({ issuer, keys: publicKeys, directory, apis: known, profiles: new Set(profiles) });
  /** The first key signs; all of them are published. What people began with the provider before goes on with this one. */
  const providerOfNow = () => {
    const made = new Provider(issuer, { ...configuration, jwks: { keys: [...signing] } });
    made.registerGrantType(TOKEN_EXCHANGE, grant, PARAMETERS);
    return { made, callback: made.callback() };
  };
  let provider = providerOfNow();

  async function handle(request, response) {
    const [, uid] = /^\/sign-in\/([\w-]+)$/.exec(request.url) ?? [];
    if (uid === undefined) return provider.callback(request, response);
    try {
      await signInPage({ provider: provider.made, directory, request, response });
    } catch (error) {
      if (!response.headersSent) response.writeHead(400, { "content-type": "text/plain" }).end(error.message);
    }
  }

  return {
    issuer,
    keys: signing,
    /** Signs with a new key from now on. Tokens of the keys before still count. */
    rotate: async () => {
      signing.unshift(await newKey());
      provider = providerOfNow();
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A key that signs tokens. */
export async function newKey(kid = crypto.randomUUID()) {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: "RS256", use: "sig" };
}

/** The organization that a person signs in to: the one that was asked for, or their only one. */
function organizationFor(directory, name, asked) {
  const own = directory.organizationsOf(name);
  if (asked !== undefined) return own.find(({ id }) => id === asked)?.id;
  return own.length === 1 ? own[0].id : undefined;
}
